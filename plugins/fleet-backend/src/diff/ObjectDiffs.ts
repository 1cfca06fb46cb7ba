import type {
  ApplicationDetail,
  ObjectDiff,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import { stringify } from 'yaml';
import { readLiveFields } from '../drift/override/readLiveFields';
import type { DiffBasis } from '../store/queries/readDiffBasis';
import { comparableOf } from './comparableOf';
import { compareObjects } from './compareObjects';
import type { Comparison } from './Comparison';
import type { Desired, DesiredSource, Wanted } from './desired/Desired';
import { FieldOwners } from './FieldOwners';
import { hideSecrets } from '../secrets/hideSecrets';
import { toDiffFields } from './toDiffFields';
import { unjudgedBy } from '../drift/override/isIgnored';

const mostCharacters = 1024 * 1024;
const mostFields = 5_000;

/** An object of an application, as its cluster answered. */
export interface DiffQuery {
  cluster: string;
  group: string;
  version: string;
  plural: string;
  namespace?: string;
  name: string;
  detail: ApplicationDetail;
  basis: DiffBasis;
  /** Absent: it is not on the cluster. */
  live?: KubernetesObject;
}

/** Compares live objects with what they should be, as the first source has it that knows. */
export class ObjectDiffs {
  readonly #sources: readonly DesiredSource[];
  readonly #gitManagers: ReadonlySet<string>;

  constructor(options: {
    /** The best first. */
    sources: readonly DesiredSource[];
    gitManagers: ReadonlySet<string>;
  }) {
    this.#sources = options.sources;
    this.#gitManagers = options.gitManagers;
  }

  async compare(query: DiffQuery): Promise<ObjectDiff> {
    const { cluster, detail, live } = query;
    const wanted = this.#wantedOf(query);
    const answer: ObjectDiff = {
      cluster,
      applicationId: detail.application.id,
      kind: wanted.kind,
      observedAt: new Date().toISOString(),
      passedOver: [],
      fields: [],
      notes: [],
      masked: false,
    };
    if (live && isTooLarge(live)) {
      answer.notes.push(
        'It is larger than 1 MiB: it is not compared. Its live YAML can be read.',
      );
      return answer;
    }
    const { desired, passedOver } = await this.#find(wanted);
    answer.passedOver = passedOver;
    return desired ? this.#compared(answer, query, wanted, desired) : answer;
  }

  #wantedOf(query: DiffQuery): Wanted {
    const { group, namespace, name, detail, basis, live } = query;
    const listed = detail.resources.find(
      resource =>
        resource.group === group &&
        resource.namespace === namespace &&
        resource.name === name,
    );
    return {
      ...query,
      application: detail.application,
      repository:
        detail.application.sources[0]?.url ?? detail.sourceObjects[0]?.url,
      kind: live?.kind ?? basis.kind ?? listed?.kind ?? query.plural,
      live: live && {
        object: live,
        fields: readLiveFields(live, this.#gitManagers),
      },
      gitOwned: basis.gitOwned,
    };
  }

  async #find(wanted: Wanted) {
    const passedOver: ObjectDiff['passedOver'] = [];
    for (const source of this.#sources) {
      const found = await source.find(wanted);
      if (!('unknown' in found) && !isTooLarge(found.object)) {
        return { desired: { source: source.name, ...found }, passedOver };
      }
      passedOver.push({
        source: source.name,
        reason: 'unknown' in found ? found.unknown : 'it is larger than 1 MiB',
      });
    }
    return { passedOver };
  }

  #compared(
    answer: ObjectDiff,
    { basis }: DiffQuery,
    { live, ...object }: Wanted,
    desired: Desired & { source: DesiredSource['name'] },
  ): ObjectDiff {
    const shown = hideSecrets(desired.object);
    const described = {
      source: desired.source,
      words: desired.words,
      revision: desired.revision,
      at: desired.at,
    };
    const identity = (of: KubernetesObject) => ({
      apiVersion: of.apiVersion,
      kind: of.kind,
    });
    if (!live) {
      return {
        ...answer,
        desired: {
          ...described,
          yaml: stringify({ ...identity(shown), ...comparableOf(shown) }),
        },
        notes: ['It is not on the cluster.'],
      };
    }
    const owners = new FieldOwners(live.fields, this.#gitManagers);
    const hidden = hideSecrets(live.object);
    const comparison = compareObjects(
      comparableOf(shown),
      comparableOf(hidden),
      owners.added,
    );
    const fields = toDiffFields(comparison.differences.slice(0, mostFields), {
      object,
      owners,
      rules: basis.ignoreRules,
      leftAlone: live.fields.leftAlone,
    });
    const yaml = yamlOf(comparison);
    return {
      ...answer,
      desired: {
        ...described,
        yaml: stringify(identity(shown)) + yaml.desired,
      },
      liveYaml: stringify(identity(live.object)) + yaml.live,
      fields,
      notes: notesOf(comparison, basis, { ...object, live }),
      masked: /••••••/.test(yaml.desired + yaml.live),
    };
  }
}

function yamlOf({ desired, live }: Comparison) {
  return { desired: stringify(desired), live: stringify(live) };
}

function notesOf(
  { differences }: Comparison,
  { ignoreRules, ignoreRulesCut }: DiffBasis,
  { live, ...object }: Wanted,
): string[] {
  const unjudged = live?.fields.unjudged;
  const notUnderstood = unjudgedBy(ignoreRules, object);
  return [
    ...(differences.length > mostFields
      ? [
          `It differs in ${differences.length} fields: the first ${mostFields} are listed.`,
        ]
      : []),
    ...(live?.fields.leftAlone ? [`${live.fields.leftAlone}.`] : []),
    ...(unjudged
      ? [`Who changed what, and what others added, is not known: ${unjudged}.`]
      : []),
    ...(notUnderstood
      ? [`${notUnderstood}: what it excludes is not marked as ignored.`]
      : []),
    ...(ignoreRulesCut
      ? ['The application ignores more than is kept here: not all is marked.']
      : []),
  ];
}

function isTooLarge(object: KubernetesObject): boolean {
  return JSON.stringify(object).length > mostCharacters;
}
