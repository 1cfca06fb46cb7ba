import { InputError } from '@backstage/errors';
import type {
  ClaimKind,
  ClaimValidation,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { KubernetesObject } from '@fleetcommander/backstage-plugin-fleet-node';
import { nearest } from '../clusters/config/nearest';
import { fieldsOf, textOf, type Fields } from '../engines/fields';
import type {
  FleetClaimStore,
  ForeseenClaim,
  OfferedKind,
} from '../store/FleetClaimStore';
import type { Access } from '../store/FleetQueryStore';
import type { ClaimError, UncheckedRule } from './ClaimFinding';
import { checkBounds } from './schema/checkBounds';
import { checkMetadata } from './schema/checkMetadata';
import { quote } from './schema/quote';
import { SchemaCache } from './schema/SchemaCache';
import { validateClaim } from './schema/validateClaim';

/** Holds claims against what hubs offer. */
export class ClaimValidator {
  readonly #claims: Pick<FleetClaimStore, 'listKinds' | 'foresee'>;
  readonly #schemas = new SchemaCache();

  constructor(claims: Pick<FleetClaimStore, 'listKinds' | 'foresee'>) {
    this.#claims = claims;
  }

  /**
   * Says all that is wrong with a manifest.
   *
   * @param allow - throws where the caller may not have such a claim.
   */
  async validate(
    manifest: Fields,
    options: {
      hub?: string;
      access: Access;
      allow(foreseen: ForeseenClaim): Promise<void>;
    },
  ): Promise<ClaimValidation> {
    const outOfBounds = checkBounds(manifest);
    if (outOfBounds.length > 0) {
      return refusal(outOfBounds);
    }
    const kinds = await this.#claims.listKinds(options.access);
    const found = findKind(manifest, kinds, options.hub);
    if ('path' in found) {
      return refusal([found]);
    }
    const { claimKind, schema } = found;
    const object = objectOf(manifest);
    const foreseen = await this.#claims.foresee(claimKind.cluster, object);
    await options.allow(foreseen);

    const checked = this.#check(schema, manifest, claimKind, foreseen.old);
    const errors = [
      ...offerErrors(manifest, claimKind),
      ...checkMetadata(manifest, claimKind),
      ...checked.errors,
    ];
    return {
      valid: errors.length === 0,
      errors,
      unchecked: checked.unchecked,
      exists: foreseen.present !== undefined,
      claimId: foreseen.claim.id,
      manifest: { ...fieldsOf(checked.manifest) },
    };
  }

  #check(
    schema: OfferedKind['schema'],
    manifest: Fields,
    { unreadable }: ClaimKind,
    old: KubernetesObject | undefined,
  ) {
    const unchecked = (why: string) => ({
      errors: [] as ClaimError[],
      unchecked: [
        { path: '', rule: 'all of its schema', why },
      ] as UncheckedRule[],
      manifest: manifest as unknown,
    });
    if (!schema) {
      return unchecked(unreadable ?? 'The hub has no schema of it.');
    }
    try {
      return validateClaim(this.#schemas.get(schema), manifest, old);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return unchecked(`Its schema cannot be read: ${why}`);
    }
  }
}

function refusal(errors: ClaimError[]): ClaimValidation {
  return { valid: false, errors, unchecked: [], exists: false, manifest: {} };
}

function findKind(
  manifest: Fields,
  kinds: readonly OfferedKind[],
  hub: string | undefined,
): OfferedKind | ClaimError {
  const { apiVersion, kind } = manifest;
  const group = textOf(apiVersion)?.split('/')[0];
  if (group === undefined || textOf(kind) === undefined) {
    return {
      path: group === undefined ? 'apiVersion' : 'kind',
      message: 'is missing',
    };
  }
  const offered = kinds.filter(
    ({ claimKind }) => hub === undefined || claimKind.cluster === hub,
  );
  const found = offered.filter(
    ({ claimKind }) => claimKind.group === group && claimKind.kind === kind,
  );
  if (found.length > 1) {
    const hubs = found.map(({ claimKind }) => claimKind.cluster).join(', ');
    throw new InputError(
      `Several hubs offer ${kind}: ${hubs}. Say which one, as cluster.`,
    );
  }
  return found[0] ?? notOffered(`${group}/${kind}`, offered, hub);
}

function notOffered(
  asked: string,
  offered: readonly OfferedKind[],
  hub: string | undefined,
): ClaimError {
  const known = offered.map(
    ({ claimKind }) => `${claimKind.group}/${claimKind.kind}`,
  );
  const guess = nearest(asked, known);
  const where = hub === undefined ? 'No hub that you may see' : `Hub ${hub}`;
  return {
    path: 'kind',
    message: `${where} does not offer ${quote(asked)}; ${
      guess
        ? `did you mean ${guess}?`
        : `it offers ${known.join(', ') || 'nothing'}`
    }`,
  };
}

/** The manifest as far as it says what it is; what is wrong with that is told by itself. */
function objectOf(manifest: Fields): KubernetesObject {
  const metadata = fieldsOf(manifest.metadata);
  return {
    ...manifest,
    apiVersion: String(manifest.apiVersion),
    kind: String(manifest.kind),
    metadata: {
      ...metadata,
      name: textOf(metadata.name) ?? '',
      namespace: textOf(metadata.namespace),
    },
  };
}

function offerErrors(
  { apiVersion }: Fields,
  claimKind: ClaimKind,
): ClaimError[] {
  const errors: ClaimError[] = [];
  if (apiVersion !== claimKind.apiVersion) {
    errors.push({
      path: 'apiVersion',
      message: `${quote(
        apiVersion,
      )} is not the version that the hub offers; write ${claimKind.apiVersion}`,
    });
  }
  if (claimKind.state === 'failing') {
    errors.push({
      path: 'kind',
      message: `${claimKind.kind} cannot be ordered now: ${claimKind.summary}`,
    });
  }
  return errors;
}
