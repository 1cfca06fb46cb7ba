import { OverlayError } from '../OverlayError';
import type { BuiltObject } from './BuiltObject';
import { textOf, tracedAt, type Traced } from './Traced';

/**
 * The objects that a patch or a replacement is for, by its `target` or `select`.
 *
 * @throws OverlayError, when it says so in a way that is not understood.
 */
export function selectObjects(
  objects: readonly BuiltObject[],
  selector: Traced | undefined,
): BuiltObject[] {
  const field = (name: string) => textOf(tracedAt(selector, name)) ?? '';
  const isOne = (name: string) => {
    const pattern = patternOf(field(name));
    return (texts: readonly string[]) => texts.some(text => pattern.test(text));
  };
  const [group, version, kind, name, namespace] = [
    'group',
    'version',
    'kind',
    'name',
    'namespace',
  ].map(isOne);
  const hasLabels = labelsMatch(field('labelSelector'), 'labels');
  const hasAnnotations = labelsMatch(
    field('annotationSelector'),
    'annotations',
  );
  return objects.filter(
    object =>
      group([object.group]) &&
      version([object.version]) &&
      kind([object.kind]) &&
      name(object.names) &&
      namespace(object.namespaces) &&
      hasLabels(object) &&
      hasAnnotations(object),
  );
}

/** An expression that is matched as a whole. One that could take for ever is refused: it comes from outside. */
function patternOf(text: string): RegExp {
  if (text === '') {
    return /^/;
  }
  const quantifiers = text.match(/[*+{?]/g) ?? [];
  if (quantifiers.length > 3 || /\)[*+{?]/.test(text)) {
    throw new OverlayError(`the pattern ${text} is not understood`);
  }
  try {
    return new RegExp(`^(?:${text})$`);
  } catch {
    throw new OverlayError(`the pattern ${text} is not understood`);
  }
}

function labelsMatch(
  selector: string,
  where: 'labels' | 'annotations',
): (object: BuiltObject) => boolean {
  const terms = selector
    .split(',')
    .map(term => term.trim())
    .filter(Boolean)
    .map(term => {
      const parts = /^([^\s=!()]+)(?:\s*(==?|!=)\s*([^\s=!()]*))?$/.exec(term);
      if (!parts) {
        throw new OverlayError(`the selector ${selector} is not understood`);
      }
      return { key: parts[1], how: parts[2], value: parts[3] };
    });
  return ({ root }) =>
    terms.every(({ key, how, value }) => {
      const is = textOf(tracedAt(root, 'metadata', where, key));
      if (!how) {
        return is !== undefined;
      }
      return how === '!=' ? is !== value : is === value;
    });
}
