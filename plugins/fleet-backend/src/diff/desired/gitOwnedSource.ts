import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import type { GitOwned } from '../../drift/override/GitOwned';
import { learnGitOwned } from '../../drift/override/learnGitOwned';
import { buildObject } from './buildObject';
import type { DesiredSource, Wanted } from './Desired';
import { valueAt } from './valueAt';

/** What Git's managers own of the object, and what they had set of it before others took it: by `metadata.managedFields`. */
export function gitOwnedSource(
  gitManagers: ReadonlySet<string>,
): DesiredSource {
  return {
    name: 'git-owned',
    async find(wanted) {
      const { kind, live, application } = wanted;
      if (kind === 'Secret') {
        return { unknown: 'what Git’s manager set of a Secret is never kept' };
      }
      if (live?.fields.unjudged) {
        return { unknown: live.fields.unjudged };
      }
      const owned = live
        ? learnGitOwned(live.fields, wanted.gitOwned, gitManagers)
        : wanted.gitOwned;
      if (!owned || Object.keys(owned.fields).length === 0) {
        return {
          unknown: `no client that writes for Git is known to have set a field of it; ${[
            ...gitManagers,
          ].join(', ')} do, and those of fleet.drift.managers`,
        };
      }
      return {
        object: objectOf(wanted, owned),
        words: wordsFor(owned, wanted),
        revision: application.revision,
        at: owned.managers
          .flatMap(({ time }) => time ?? [])
          .sort()
          .at(-1),
      };
    },
  };
}

function objectOf(
  { group, version, kind, namespace, name, live }: Wanted,
  { fields }: GitOwned,
): KubernetesObject {
  const owned = buildObject(
    Object.entries(fields).map(([path, [, text]]) => [
      path,
      text === live?.fields.fields[path]?.[1]
        ? valueAt(live.object, path)
        : valueOf(text),
    ]),
  );
  return {
    ...owned,
    apiVersion: group ? `${group}/${version}` : version,
    kind,
    metadata: { ...(owned.metadata as object), name, namespace },
  };
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text; // It was cut.
  }
}

function wordsFor({ managers }: GitOwned, { live, gitOwned }: Wanted): string {
  const names = [...new Set(managers.map(({ name }) => name))].join(' and ');
  if (!live) {
    return `What ${names} had set of it before it was gone.`;
  }
  return gitOwned
    ? `What ${names} has set of it, also where others have changed it since.`
    : `What ${names} owns of it now. What others had taken from it before is not known: objects of this kind are not watched for that.`;
}
