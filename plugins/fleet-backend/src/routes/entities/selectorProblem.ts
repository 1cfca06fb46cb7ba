const part = /^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$/;

function isKey(text: string) {
  const [name, prefix, ...rest] = text.trim().split('/').reverse();
  return (
    rest.length === 0 &&
    part.test(name) &&
    (prefix === undefined || part.test(prefix))
  );
}

function isValue(text: string) {
  return text.trim() === '' || part.test(text.trim());
}

function isRequirement(text: string) {
  const set = /^(\S+)\s+(?:in|notin)\s*\(([^()]*)\)$/.exec(text);
  if (set) {
    return isKey(set[1]) && set[2].split(',').every(isValue);
  }
  const equality = /^([^=!]+)(?:==|=|!=)([^=!]*)$/.exec(text);
  if (equality) {
    return isKey(equality[1]) && isValue(equality[2]);
  }
  return isKey(text.replace(/^!/, ''));
}

/** What is wrong with a label selector, in words; `undefined` when nothing is. */
export function selectorProblem(selector: string): string | undefined {
  const requirements = selector.split(/,(?![^()]*\))/);
  const broken = requirements.find(text => !isRequirement(text.trim()));
  return broken === undefined
    ? undefined
    : `${JSON.stringify(
        broken,
      )} is not part of a label selector: write key=value, key!=value or key in (a, b), joined by commas.`;
}
