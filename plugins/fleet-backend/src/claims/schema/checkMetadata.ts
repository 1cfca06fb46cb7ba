import { fieldsOf } from '../../engines/fields';
import type { ClaimError } from '../ClaimFinding';
import { pathTo } from './pathTo';
import { quote } from './quote';

/** It becomes the value of a label on everything that is made for the claim. */
const longestName = 63;
const label = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const subdomain =
  /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const labelValue = /^([A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?)?$/;
const qualifiedName =
  /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$/;

/** What is wrong with the name, namespace, labels and annotations of a claim. */
export function checkMetadata(
  manifest: Readonly<Record<string, unknown>>,
  kind: { namespaced: boolean; makesClusters: boolean },
): ClaimError[] {
  const { name, namespace, labels, annotations } = fieldsOf(manifest.metadata);
  const errors: ClaimError[] = [];
  const say = (path: string, message: string) => errors.push({ path, message });

  if (name === undefined || name === '') {
    say('metadata.name', 'is missing');
  } else {
    const problem = wrongName(name, kind.makesClusters ? label : subdomain);
    if (problem) {
      say('metadata.name', problem);
    }
  }
  if (!kind.namespaced && namespace !== undefined) {
    say(
      'metadata.namespace',
      'is not for objects that lie in no namespace; remove it',
    );
  } else if (kind.namespaced && namespace === undefined) {
    say('metadata.namespace', 'is missing');
  } else if (kind.namespaced) {
    const problem = wrongName(namespace, label);
    if (problem) {
      say('metadata.namespace', problem);
    }
  }
  errors.push(
    ...checkTexts('metadata.labels', labels, value =>
      value.length <= 63 && labelValue.test(value)
        ? undefined
        : `${quote(
            value,
          )} is not a label: at most 63 letters, digits, '-', '_' and '.', the first and last of them a letter or digit`,
    ),
    ...checkTexts('metadata.annotations', annotations, () => undefined),
  );
  return errors;
}

function wrongName(name: unknown, syntax: RegExp): string | undefined {
  if (typeof name !== 'string') {
    return `has to be a text, not ${quote(name)}`;
  }
  if (name.length > longestName) {
    return `has ${name.length} characters; at most ${longestName} are allowed`;
  }
  return syntax.test(name)
    ? undefined
    : `${quote(
        name,
      )} is not a name: lower-case letters a to z, digits and '-', the first and last of them a letter or digit`;
}

function checkTexts(
  path: string,
  texts: unknown,
  check: (value: string) => string | undefined,
): ClaimError[] {
  return Object.entries(fieldsOf(texts)).flatMap(([key, value]) => {
    const message = qualifiedName.test(key)
      ? wrongText(value, check)
      : 'is not a key; write NAME or DOMAIN/NAME';
    return message ? [{ path: pathTo(path, key), message }] : [];
  });
}

function wrongText(
  value: unknown,
  check: (value: string) => string | undefined,
): string | undefined {
  return typeof value === 'string'
    ? check(value)
    : `has to be a text, not ${quote(value)}`;
}
