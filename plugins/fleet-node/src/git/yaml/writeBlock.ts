import type { JsonValue } from '@backstage/types';
import { writeScalar, type PlainValue } from './writeScalar';

/** How deep new lines lie. */
export interface BlockStyle {
  /** Spaces for a level. */
  indent: number;
  /** Whether the items of a list lie deeper than its key. */
  isListIndented: boolean;
}

/** A value in lines, the first of them without indentation. */
export function blockLines(value: JsonValue, style: BlockStyle): string[] {
  if (isPlainValue(value) || isEmptyOrPlain(value)) {
    return [flowText(value, false)];
  }
  return Array.isArray(value)
    ? value.flatMap(item => itemLines(item, style))
    : Object.entries(value).flatMap(([key, item]) =>
        entryLines(key, item!, style),
      );
}

/** An item of a list. */
export function itemLines(value: JsonValue, style: BlockStyle): string[] {
  return blockLines(value, style).map((line, index) =>
    index === 0 ? `- ${line}` : `  ${line}`,
  );
}

/** A key with its value. */
export function entryLines(
  key: string,
  value: JsonValue,
  style: BlockStyle,
): string[] {
  const name = writeScalar(key, { isInFlow: false });
  if (isEmptyOrPlain(value)) {
    return [`${name}: ${flowText(value, false)}`];
  }
  const pad = ' '.repeat(
    Array.isArray(value) && !style.isListIndented ? 0 : style.indent,
  );
  return [`${name}:`, ...blockLines(value, style).map(line => pad + line)];
}

/** A value on one line. */
export function flowText(value: JsonValue, isInFlow = true): string {
  if (isPlainValue(value)) {
    return writeScalar(value, { isInFlow });
  }
  if (Array.isArray(value)) {
    return `[${value.map(item => flowText(item)).join(', ')}]`;
  }
  const entries = Object.entries(value).map(([key, item]) =>
    flowEntry(key, item!),
  );
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** A key with its value, within brackets. */
export function flowEntry(key: string, value: JsonValue): string {
  return `${writeScalar(key, { isInFlow: true })}: ${flowText(value)}`;
}

/** Whether it stands on one line in every style. */
export function isEmptyOrPlain(value: JsonValue): boolean {
  return isPlainValue(value) || Object.keys(value).length === 0;
}

/** Whether it is neither a map nor a list. */
export function isPlainValue(value: JsonValue): value is PlainValue {
  return typeof value !== 'object' || value === null;
}
