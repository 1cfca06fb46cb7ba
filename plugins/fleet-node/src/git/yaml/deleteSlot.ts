import { endOfSlot } from './endOf';
import { slotsOf, type Slot } from './Slot';
import type { Splice } from './Splice';
import type { YamlText } from './YamlText';

/** Takes out a slot that is not the only one of its collection; comments in lines of their own stay. */
export function deleteSlot(yaml: YamlText, slot: Slot): Splice {
  const { text } = yaml;
  const { parent, index, start } = slot;
  const slots = slotsOf(parent);
  const end = endOfSlot(text, slot);
  if (parent.flow) {
    return index + 1 < slots.length
      ? { start, end: slots[index + 1].start, text: '' }
      : { start: endOfSlot(text, slots[index - 1]), end, text: '' };
  }
  const lineStart = yaml.lineStart(start);
  const lineEnd = yaml.lineEnd(end);
  return text.slice(lineStart, start).replace('\ufeff', '').trim() === ''
    ? { start: start - yaml.columnOf(start), end: lineEnd, text: '' }
    : // Behind a dash, which then stands before what comes next.
      {
        start,
        end: lineEnd + text.slice(lineEnd).search(/\S|$/),
        text: '',
      };
}
