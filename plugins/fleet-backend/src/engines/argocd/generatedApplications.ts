import type { EngineObjectRecord } from '@fleetcommander/backstage-plugin-fleet-node';
import { fieldsOf, itemsOf, textOf, type Fields } from '../fields';
import { targetOf } from './targetOf';

const mostApplications = 1_000;
const parameter = /\{\{\s*\.?([\w.-]+)\s*\}\}/g;

/**
 * The Applications that an ApplicationSet is to make, where all its generators are lists and its template does nothing but fill their
 * values in. Undefined otherwise: what the others generate is known to Argo CD alone, and its status tells only what came of it.
 */
export function generatedApplications(
  spec: Fields,
): EngineObjectRecord['applications'] {
  const generators = itemsOf(spec.generators).map(fieldsOf);
  const isListed = generators.every(
    generator =>
      Object.keys(generator).join() === 'list' &&
      Object.keys(fieldsOf(generator.list)).join() === 'elements',
  );
  const elements = generators.flatMap(({ list }) =>
    itemsOf(fieldsOf(list).elements).map(fieldsOf),
  );
  if (!isListed || elements.length === 0 || spec.templatePatch !== undefined) {
    return undefined;
  }
  const template = fieldsOf(spec.template);
  const { name } = fieldsOf(template.metadata);
  const { destination } = fieldsOf(template.spec);
  const applications = elements.slice(0, mostApplications).map(element => {
    const made = {
      name: fill(textOf(name), element),
      server: fill(textOf(fieldsOf(destination).server), element),
      cluster: fill(textOf(fieldsOf(destination).name), element),
    };
    return {
      name: made.name,
      target: targetOf({ server: made.server, name: made.cluster }),
    };
  });
  return applications.every(
    ({ name: made, target }) =>
      made && !made.includes('{{') && !JSON.stringify(target).includes('{{'),
  )
    ? applications
    : undefined;
}

/** What has no value stays, and is seen to. */
function fill(text = '', element: Fields): string {
  return text.replace(parameter, (whole, path: string) => {
    const value = path
      .split('.')
      .reduce<unknown>((found, key) => fieldsOf(found)[key], element);
    return textOf(value) ?? whole;
  });
}
