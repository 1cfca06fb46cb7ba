import { InputError } from '@backstage/errors';
import type { ClaimOffers } from '@fleetcommander/backstage-plugin-fleet-common';
import { checkRepositoryPath } from '../repository/checkRepositoryPath';

/**
 * The path of a claim in its repository, by a pattern with `{environment}` and `{cluster}` or `{name}`. What is filled in is one segment
 * of it.
 */
export function placeOf(
  pattern: string,
  claim: { name: string; environment?: string },
  environments: ClaimOffers['environments'],
): string {
  const { name, environment } = claim;
  const filled = pattern.replace(/\{(\w+)\}/g, (_, key: string) => {
    switch (key) {
      case 'name':
      case 'cluster':
        return segment('name', name);
      case 'environment':
        return segment(
          'environment',
          directoryOf(environment, environments, pattern),
        );
      default:
        throw new InputError(
          `layout: {${key}} of ${pattern} is not known: only {environment}, {cluster} and {name} are`,
        );
    }
  });
  return checkRepositoryPath('layout', filled);
}

function directoryOf(
  environment: string | undefined,
  environments: ClaimOffers['environments'],
  pattern: string,
): string {
  const names = environments.map(({ name }) => name).join(', ');
  if (environment === undefined) {
    throw new InputError(
      `spec.environment: the claim names none, and ${pattern} needs one of ${names}`,
    );
  }
  const known = environments.find(({ name }) => name === environment);
  if (!known) {
    throw new InputError(
      `spec.environment: there is no environment ${JSON.stringify(
        environment,
      )}: there are ${names}`,
    );
  }
  return known.directory;
}

function segment(field: string, text: string): string {
  if (text.includes('/')) {
    throw new InputError(
      `${field}: ${JSON.stringify(
        text,
      )} has a slash, and is to be part of a path`,
    );
  }
  return text;
}
