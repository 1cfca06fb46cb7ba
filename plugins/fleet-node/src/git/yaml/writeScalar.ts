import { isMap, isSeq, parseDocument, Scalar } from 'yaml';

/** What stands on one line. */
export type PlainValue = string | number | boolean | null;

/** How a scalar is written. */
export interface ScalarStyle {
  /** As the one before it: `Scalar.QUOTE_SINGLE`. */
  type?: string;
  /** Within brackets, where commas end it. */
  isInFlow: boolean;
}

/** What quotes can hold as it is. */
const printable = /^[^\p{Cc}\p{Cs}\u2028\u2029\ufeff]*$/u;

/** A scalar on one line, in the quotes that it had where they can hold it, and in quotes where it needs some. */
export function writeScalar(value: PlainValue, style: ScalarStyle): string {
  if (typeof value !== 'string') {
    return String(value);
  }
  const isPlain = printable.test(value);
  if (style.type === Scalar.QUOTE_SINGLE && isPlain) {
    return `'${value.replaceAll("'", "''")}'`;
  }
  if (style.type === Scalar.QUOTE_DOUBLE || !isPlain) {
    return doubleQuoted(value);
  }
  return value !== '<<' && readsAsItself(value, style.isInFlow)
    ? value
    : doubleQuoted(value);
}

function doubleQuoted(value: string): string {
  return JSON.stringify(value).replace(
    /[\x7f-\x9f\u2028\u2029\ufeff]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** By YAML 1.2 and by 1.1, which Kubernetes' reader goes by and to which `yes` is a boolean and `1:30` a number. */
function readsAsItself(value: string, isInFlow: boolean): boolean {
  const text = isInFlow
    ? `[${value}, {k: ${value}}]`
    : `- ${value}\n- k: ${value}`;
  return (['1.1', '1.2'] as const).every(version => {
    const { contents, errors, warnings } = parseDocument(text, {
      version,
      logLevel: 'silent',
    });
    if (errors.length + warnings.length > 0 || !isSeq(contents)) {
      return false;
    }
    const [item, map] = contents.items;
    const [pair] = isMap<unknown, unknown>(map) ? map.items : [];
    return (
      contents.items.length === 2 &&
      isItself(item, value) &&
      pair !== undefined &&
      isItself(pair.value, value)
    );
  });
}

function isItself(node: unknown, value: string): boolean {
  return (
    node instanceof Scalar &&
    node.type === Scalar.PLAIN &&
    node.value === value &&
    !node.comment
  );
}
