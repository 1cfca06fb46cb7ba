import { fieldsOf, itemsOf, nameOf, type Fields } from '../fields';

function refOf(value: unknown): string | undefined {
  const { kind, name } = fieldsOf(value);
  const store = nameOf(name);
  return store && `${nameOf(kind) ?? 'SecretStore'}/${store}`;
}

/** The store that a secret is brought from; where the spec names none, that of its first value, or what generates it. */
export function storeOf(spec: Fields): string | undefined {
  const sources = [...itemsOf(spec.data), ...itemsOf(spec.dataFrom)].map(item =>
    fieldsOf(fieldsOf(item).sourceRef),
  );
  return [
    refOf(spec.secretStoreRef),
    ...sources.map(source => refOf(source.storeRef)),
    ...sources.map(source => refOf(source.generatorRef)),
  ].find(Boolean);
}

/** The first store that a secret is pushed to. */
export function pushedTo(spec: Fields): string | undefined {
  return itemsOf(spec.secretStoreRefs).map(refOf).find(Boolean);
}
