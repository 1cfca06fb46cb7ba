import type { JsonValue } from '@backstage/types';
import { isMap, isScalar } from 'yaml';
import { blockStyleOf } from './blockStyleOf';
import { endOf, isBlockScalar } from './endOf';
import { rewriteBlockScalar } from './rewriteBlockScalar';
import { isCollection, type Slot } from './Slot';
import type { Splice } from './Splice';
import {
  blockLines,
  flowText,
  isEmptyOrPlain,
  isPlainValue,
} from './writeBlock';
import { writeScalar } from './writeScalar';
import type { YamlText } from './YamlText';

/** Puts a value where another one stands, or none. */
export function setValue(
  yaml: YamlText,
  slot: Slot,
  value: JsonValue,
): Splice[] {
  const { node, parent, after } = slot;
  if (node && isPlainValue(value) && !isCollection(node)) {
    return replaceScalar(yaml, slot, value);
  }
  const isInFlow = Boolean(parent.flow);
  if (isInFlow || after === undefined) {
    return [{ ...rangeOf(yaml, slot), text: flowText(value) }];
  }
  return isMap(parent)
    ? replaceBelowKey(yaml, slot, after, value)
    : replaceItem(yaml, slot, after, value);
}

function replaceScalar(
  yaml: YamlText,
  { node, parent }: Slot,
  value: string | number | boolean | null,
): Splice[] {
  const type = isScalar(node) ? node.type : undefined;
  if (isBlockScalar(node!) && typeof value === 'string') {
    const splices = rewriteBlockScalar(yaml, node, value);
    if (splices) {
      return splices;
    }
  }
  const text = writeScalar(value, { type, isInFlow: Boolean(parent.flow) });
  return [{ start: node!.range![0], end: endOf(yaml.text, node!), text }];
}

/** What is on the line of the key stays there, such as a comment. */
function replaceBelowKey(
  yaml: YamlText,
  { node, start: key }: Slot,
  after: number,
  value: JsonValue,
): Splice[] {
  const end = node ? endOf(yaml.text, node) : after;
  const isOnOtherLine =
    node && yaml.lineStart(node.range![0]) > yaml.lineStart(after);
  const old = isOnOtherLine
    ? { start: yaml.lineStart(node.range![0]), end: yaml.lineEnd(end) }
    : { start: after, end };
  if (isEmptyOrPlain(value)) {
    const text = ` ${flowText(value, false)}`;
    return isOnOtherLine
      ? [
          { start: after, end: after, text },
          { ...old, text: '' },
        ]
      : [{ ...old, text }];
  }
  const style = blockStyleOf(yaml);
  const pad = ' '.repeat(
    yaml.columnOf(key) +
      (Array.isArray(value) && !style.isListIndented ? 0 : style.indent),
  );
  const lines = blockLines(value, style).map(line => pad + line);
  const below = isOnOtherLine ? old.end : yaml.lineEnd(end);
  return [
    { ...old, text: '' },
    { start: below, end: below, text: linesAt(yaml, below, lines) },
  ];
}

function replaceItem(
  yaml: YamlText,
  { node, start }: Slot,
  after: number,
  value: JsonValue,
): Splice[] {
  const pad = ' '.repeat(yaml.columnOf(start) + 2);
  const text = blockLines(value, blockStyleOf(yaml)).join(
    `${yaml.newline}${pad}`,
  );
  const end = node ? endOf(yaml.text, node) : after;
  return [{ start: after, end, text: ` ${text}` }];
}

/** Whole lines for the beginning of a line, or for the end of a text whose last line may not be ended. */
export function linesAt(
  yaml: YamlText,
  offset: number,
  lines: readonly string[],
): string {
  const { text, newline } = yaml;
  const isOpen = offset > 0 && text[offset - 1] !== '\n';
  return isOpen
    ? newline + lines.join(newline)
    : lines.map(line => line + newline).join('');
}

function rangeOf(yaml: YamlText, { node, start }: Slot) {
  return node
    ? { start: node.range![0], end: endOf(yaml.text, node) }
    : { start, end: start };
}
