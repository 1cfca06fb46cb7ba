import type { JsonValue } from '@backstage/types';
import { blockStyleOf } from './blockStyleOf';
import { endOfSlot } from './endOf';
import { linesAt } from './setValue';
import { slotsOf, type Collection, type Slot } from './Slot';
import type { Splice } from './Splice';
import { entryLines, flowEntry, flowText, itemLines } from './writeBlock';
import type { YamlText } from './YamlText';

/** Writes a further key at the end of a map that has some. */
export function addEntry(
  yaml: YamlText,
  parent: Collection,
  key: string,
  value: JsonValue,
): Splice {
  const last = slotsOf(parent).at(-1)!;
  return parent.flow
    ? besides(yaml, last, flowEntry(key, value))
    : below(yaml, last, entryLines(key, value, blockStyleOf(yaml)));
}

/** Writes a further item into a list that has some. */
export function addItem(
  yaml: YamlText,
  parent: Collection,
  value: JsonValue,
  at: number,
): Splice {
  const slots = slotsOf(parent);
  const lines = itemLines(value, blockStyleOf(yaml));
  if (at > 0) {
    const before = slots[at - 1];
    return parent.flow
      ? besides(yaml, before, flowText(value))
      : below(yaml, before, lines);
  }
  const { start } = slots[0];
  const pad = ' '.repeat(yaml.columnOf(start));
  const text = parent.flow
    ? `${flowText(value)}, `
    : [...lines, ''].join(`${yaml.newline}${pad}`);
  return { start, end: start, text };
}

function besides({ text }: YamlText, slot: Slot, added: string): Splice {
  const end = endOfSlot(text, slot);
  return { start: end, end, text: `, ${added}` };
}

/** Comments that follow in lines of their own belong to what comes next. */
function below(yaml: YamlText, slot: Slot, lines: string[]): Splice {
  const end = yaml.lineEnd(endOfSlot(yaml.text, slot));
  const pad = ' '.repeat(yaml.columnOf(slot.start));
  return {
    start: end,
    end,
    text: linesAt(
      yaml,
      end,
      lines.map(line => pad + line),
    ),
  };
}
