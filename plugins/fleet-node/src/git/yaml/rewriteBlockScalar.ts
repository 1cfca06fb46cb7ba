import { Scalar } from 'yaml';
import { endOf, headerOf } from './endOf';
import type { Splice } from './Splice';
import type { YamlText } from './YamlText';

/** Of what begins or is within such lines, something would be lost or read differently. */
const difficult = /^\s|(?![\n\t])\p{Cc}|\ufeff/u;

/** Lines that lie deeper are not folded, which is a rule of its own. */
const deeper = /\n[ \t]/;

/** Other lines for what stands after `|` or `>`. None, when the value cannot be written so. */
export function rewriteBlockScalar(
  yaml: YamlText,
  node: Scalar,
  value: string,
): Splice[] | undefined {
  const header = headerOf(node);
  const isFolded = node.type === Scalar.BLOCK_FOLDED;
  const isDifficult = difficult.test(value) || (isFolded && deeper.test(value));
  if (!header || value === '' || isDifficult) {
    return undefined;
  }
  const content = value.replace(/\n$/, '');
  const start = yaml.lineEnd(header.offset);
  const end = Math.max(start, endOf(yaml.text, node));
  const pad = /^(?:[ \t]*\r?\n)*( *)\S/.exec(yaml.text.slice(start, end))?.[1];
  if (pad === undefined || content.endsWith('\n')) {
    return undefined;
  }
  const lines = (
    isFolded
      ? content.replace(/\n+/g, lineBreaks => `${lineBreaks}\n`)
      : content
  ).split('\n');
  return [
    {
      start: header.offset,
      end: header.offset + header.source.length,
      text: header.source[0] + (content === value ? '-' : ''),
    },
    {
      start,
      end,
      text:
        lines.map(line => line && `${pad}${line}`).join(yaml.newline) +
        (end === yaml.text.length ? yaml.newline : ''),
    },
  ];
}
