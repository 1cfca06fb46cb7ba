import { isMap, isSeq, visit, type Node } from 'yaml';
import type { BlockStyle } from './writeBlock';
import type { YamlText } from './YamlText';

/** How deep the lines of a text lie, by the first map and the first list in it that lie in a map. */
export function blockStyleOf(yaml: YamlText): BlockStyle {
  let indent: number | undefined;
  let isListIndented: boolean | undefined;
  yaml.documents.forEach(document => {
    visit(document, {
      Pair(_, { key, value }) {
        const below = blockColumn(yaml, value);
        const column = (key as Node | undefined)?.range?.[0];
        if (below === undefined || column === undefined) {
          return;
        }
        const depth = below - yaml.columnOf(column);
        if (isSeq(value)) {
          isListIndented ??= depth > 0;
        } else if (depth > 0) {
          indent ??= depth;
        }
      },
    });
  });
  return { indent: indent ?? 2, isListIndented: isListIndented ?? true };
}

function blockColumn(yaml: YamlText, value: unknown): number | undefined {
  return (isMap(value) || isSeq(value)) && !value.flow && value.range
    ? yaml.columnOf(value.range[0])
    : undefined;
}
