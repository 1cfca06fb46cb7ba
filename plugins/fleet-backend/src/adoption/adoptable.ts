import { InputError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import type {
  Application,
  ApplicationSource,
  Drift,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type {
  OverlayStep,
  OverlayValue,
} from '@fleetcommander/backstage-plugin-fleet-node';
import { buildObject } from '../diff/desired/buildObject';
import { readPath, type PathStep } from '../diff/desired/readPath';
import { hideSecrets } from '../secrets/hideSecrets';
import { MASK } from '../secrets/SecretValue';

/** A value that somebody set live, and where Git would say it. */
export interface Adoptable extends OverlayValue {
  value: JsonValue;
  source: ApplicationSource & { url: string };
  /** Of the repository, which the application delivers. */
  folder: string;
  /** Deployment web */
  title: string;
  /** spec.replicas */
  field: string;
}

/** What is to be adopted. @throws InputError, with what to do in place of it, where it cannot be. */
export function adoptable(drift: Drift, application: Application): Adoptable {
  const { object, path } = drift;
  if (drift.kind !== 'override' || drift.endedAt || !object || !path) {
    throw new InputError(
      'Only a value that somebody set live, and that is live still, can be adopted: an open drift of the kind override',
    );
  }
  if (drift.to === undefined) {
    throw new InputError(
      `${path} was taken away, and not set: take it out of Git by hand, or let it be put back`,
    );
  }
  const [source] = application.sources;
  if (
    application.kind === 'HelmRelease' ||
    source?.chart ||
    source?.type !== 'git' ||
    !source.url
  ) {
    throw new InputError(
      `${application.name} makes ${object.kind} ${object.name} of a ${
        source?.type === 'git' ? 'chart' : source?.type ?? 'source'
      } that holds no such value: set it in the values that Git has for it`,
    );
  }
  const value = valueOf(drift.to, path);
  refuseSecret(drift, value);
  return {
    value,
    source: { ...source, url: source.url },
    folder: (source.path ?? '')
      .split('/')
      .filter(part => part && part !== '.')
      .join('/'),
    object: {
      group: object.group,
      kind: object.kind,
      name: object.name,
      ...(object.namespace && { namespace: object.namespace }),
    },
    path: readPath(path).map(step => stepOf(step, path)),
    title: `${object.kind} ${object.name}`,
    field: path.replace(/^\$?\.?/, ''),
  };
}

function valueOf(text: string, path: string): JsonValue {
  try {
    return JSON.parse(text);
  } catch {
    throw new InputError(
      `${path} is longer than what is kept of it here: write it into Git by hand`,
    );
  }
}

/** What looks like a secret is nothing to write into Git, nor to repeat here. */
function refuseSecret({ object, path }: Drift, value: JsonValue): void {
  const { apiVersion, metadata, ...built } = buildObject([[path!, value]]);
  const shown = hideSecrets(
    {
      ...built,
      apiVersion: String(apiVersion ?? 'v1'),
      kind: object!.kind,
      metadata: { name: object!.name, ...(metadata as object) },
    },
    () => MASK,
  );
  if (object!.kind === 'Secret' || JSON.stringify(shown).includes(MASK)) {
    throw new InputError(
      `${path} looks like a secret, which does not belong into Git: keep it in a secret store`,
    );
  }
}

function stepOf(step: PathStep, path: string): OverlayStep {
  if ('member' in step) {
    return step.member;
  }
  if ('keys' in step) {
    return step.keys;
  }
  if ('index' in step) {
    return step.index;
  }
  throw new InputError(
    `${path} is one of a set of values: change the set in Git by hand`,
  );
}
