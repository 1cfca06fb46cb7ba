import { badRequest } from '../statusErrors';

type Labels = Readonly<Record<string, string>>;
export type LabelPredicate = (labels: Labels) => boolean;

const requirements: [RegExp, (match: string[]) => LabelPredicate][] = [
  [
    /^([^\s!=,()]+)\s+(in|notin)\s*\(([^()]*)\)$/,
    ([, key, operator, list]) => {
      const values = new Set(list.split(',').map(value => value.trim()));
      return operator === 'in'
        ? labels => values.has(labels[key])
        : labels => !values.has(labels[key]);
    },
  ],
  [
    /^([^\s!=,()]+)\s*(==?|!=)\s*([^\s!=,()]*)$/,
    ([, key, operator, value]) =>
      operator === '!='
        ? labels => labels[key] !== value
        : labels => labels[key] === value,
  ],
  [
    /^!\s*([^\s!=,()]+)$/,
    ([, key]) =>
      labels =>
        !(key in labels),
  ],
  [
    /^([^\s!=,()]+)$/,
    ([, key]) =>
      labels =>
        key in labels,
  ],
];

/** Reads equality and set-based selectors such as `app=x,tier in (a,b),!canary`. */
export function parseLabelSelector(text: string): LabelPredicate {
  const predicates = splitOutsideBrackets(text).map(parseRequirement);
  return labels => predicates.every(matches => matches(labels));
}

function parseRequirement(text: string): LabelPredicate {
  for (const [pattern, create] of requirements) {
    const match = pattern.exec(text);
    if (match) {
      return create(match);
    }
  }
  throw badRequest(
    `unable to parse requirement: found '${text}', expected: a label selector such as key=value, key in (a,b) or !key`,
  );
}

function splitOutsideBrackets(text: string): string[] {
  return text
    .split(/,(?![^(]*\))/)
    .map(part => part.trim())
    .filter(part => part !== '');
}
