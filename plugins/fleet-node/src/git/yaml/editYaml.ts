import { isDeepStrictEqual } from 'node:util';
import { applyStep } from './applyStep';
import { applyToValue } from './applyToValue';
import { chooseDocument } from './chooseDocument';
import { splice } from './Splice';
import { stepsOf, valueAt } from './stepsOf';
import type {
  YamlChange,
  YamlDocumentChoice,
  YamlEdit,
  YamlEdited,
} from './YamlEdit';
import { YamlError } from './YamlError';
import { YamlText } from './YamlText';

/**
 * Edits a YAML text in place: comments, order, quotes, anchors and line ends stay, and a diff shows what changed and nothing else.
 *
 * What comes of it is read again, and is given back only if it says what was intended and nothing else became another.
 *
 * @throws YamlError, with line and column, when the text cannot be read, when there is no such place, and when it is written in a way
 * that would change more than was asked for, such as a place that several aliases repeat.
 * @public
 */
export function editYaml(
  text: string,
  edits: readonly YamlEdit[],
  options: {
    /** Needed where there is more than one. */
    document?: YamlDocumentChoice;
  } = {},
): YamlEdited {
  const original = new YamlText(text);
  const document = chooseDocument(original, options.document);
  let yaml = original;
  const changes: YamlChange[] = [];
  for (const edit of edits) {
    for (const step of stepsOf(yaml.valueOf(document), edit)) {
      const made = makeStep(yaml, document, step);
      yaml = made.yaml;
      changes.push(made.change);
    }
  }
  return { text: yaml.text, changes };
}

function makeStep(
  before: YamlText,
  document: number,
  step: YamlEdit,
): { yaml: YamlText; change: YamlChange } {
  const { splices, at, overrides } = applyStep(before, document, step);
  const old = before.valueOf(document);
  const wanted = applyToValue(old, step);
  const after = readAgain(splice(before.text, splices));
  const isAsWanted =
    after?.documents.length === before.documents.length &&
    before.documents.every((_, index) =>
      isDeepStrictEqual(
        after.valueOf(index),
        index === document ? wanted : before.valueOf(index),
      ),
    );
  if (!after || !isAsWanted) {
    throw before.errorAt(
      at,
      `${step.path.join(
        '.',
      )} cannot be edited without changing something else, such as what aliases repeat: edit it by hand`,
    );
  }
  const isInsert = step.op === 'insert';
  const length = isInsert ? lengthOf(valueAt(old, step.path)) : 0;
  const path = isInsert ? [...step.path, step.at ?? length] : step.path;
  return {
    yaml: after,
    change: {
      path,
      from: isInsert ? undefined : valueAt(old, path),
      to: step.op === 'delete' ? undefined : step.value,
      line: before.lineOf(at),
      overrides,
    },
  };
}

function readAgain(text: string): YamlText | undefined {
  try {
    return new YamlText(text);
  } catch (error) {
    if (error instanceof YamlError) {
      return undefined;
    }
    throw error;
  }
}

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}
