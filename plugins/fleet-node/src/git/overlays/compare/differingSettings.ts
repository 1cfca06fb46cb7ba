import type { Overlay } from '../Overlay';

const mostNamed = 3;

/** What else differs between two overlays, in words, by the object that it is of. Values are not told: one may be a secret. */
export function differingSettings(target: Overlay, source: Overlay): string[] {
  const [inTarget, inSource] = [target, source].map(fieldsByObject);
  const objects = new Set([...inTarget.keys(), ...inSource.keys()]);
  return [...objects].flatMap(object => {
    const [here, there] = [inTarget.get(object), inSource.get(object)];
    if (!here || !there) {
      return [
        `${object} is in the ${here ? 'target' : 'source'} alone, and stays`,
      ];
    }
    const fields = [...new Set([...here.keys(), ...there.keys()])].filter(
      field => here.get(field) !== there.get(field),
    );
    return fields.length > 0 ? [tell(object, fields)] : [];
  });
}

function tell(object: string, fields: readonly string[]): string {
  const more = fields.length - mostNamed;
  const named = [
    ...fields.slice(0, mostNamed),
    ...(more > 0 ? [`${more} more`] : []),
  ].join(', ');
  return fields.length === 1
    ? `${object}: ${named} is of its stage, and stays`
    : `${object}: ${named} are of their stage, and stay`;
}

function fieldsByObject({
  settings,
}: Overlay): Map<string, Map<string, string>> {
  const objects = new Map<string, Map<string, string>>();
  for (const [name, value] of Object.entries(settings)) {
    const [object, field] = name.split(/: (.*)/s);
    const fields = objects.get(object) ?? new Map<string, string>();
    objects.set(object, fields.set(field, value));
  }
  return objects;
}
