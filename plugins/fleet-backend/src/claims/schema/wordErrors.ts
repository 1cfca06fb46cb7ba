import type { ErrorObject } from 'ajv';
import { nearest } from '../../clusters/config/nearest';
import type { ClaimError } from '../ClaimFinding';
import { pathTo } from './pathTo';
import { quote } from './quote';

const mostValues = 20;

/** Errors of the schema in words that say what to write instead. */
export function wordErrors(
  errors: readonly ErrorObject[],
  root: unknown,
): ClaimError[] {
  const alternatives = errors.filter(({ keyword }) =>
    ['anyOf', 'oneOf', 'not'].includes(keyword),
  );
  const within = (error: ErrorObject) =>
    alternatives.some(
      other =>
        other !== error && error.schemaPath.startsWith(`${other.schemaPath}/`),
    );
  return errors
    .filter(error => !within(error))
    .map(error => {
      const path = pathOf(error.instancePath, root);
      switch (error.keyword) {
        case 'required':
          return {
            path: pathTo(path, String(error.params.missingProperty)),
            message: 'is missing',
          };
        case 'additionalProperties':
          return unknownField(error, path);
        case 'anyOf':
        case 'oneOf':
          return { path, message: alternativesOf(error, errors) };
        default:
          return { path, message: messageOf(error) };
      }
    });
}

function unknownField(error: ErrorObject, path: string): ClaimError {
  const name = String(error.params.additionalProperty);
  const known = Object.keys(error.parentSchema?.properties ?? {});
  const guess = nearest(name, known);
  const listed = known.slice(0, mostValues).join(', ');
  const instead =
    known.length > 0 ? `the fields here are ${listed}` : 'there are none here';
  return {
    path: pathTo(path, name),
    message: `is not a field; ${guess ? `did you mean ${guess}?` : instead}`,
  };
}

function alternativesOf(
  error: ErrorObject,
  errors: readonly ErrorObject[],
): string {
  const { passingSchemas } = error.params as { passingSchemas?: unknown };
  if (Array.isArray(passingSchemas)) {
    return 'fits several forms that exclude each other';
  }
  const reasons = errors
    .filter(({ schemaPath }) => schemaPath.startsWith(`${error.schemaPath}/`))
    .map(messageOf);
  const some = [...new Set(reasons)].slice(0, 5).join('; or it ');
  return some
    ? `fits none of the forms that it may have: it ${some}`
    : 'fits none of the forms that it may have';
}

const typeWords: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map',
  null: 'nothing',
};

function messageOf({ keyword, params, data, message }: ErrorObject): string {
  switch (keyword) {
    case 'type':
      return `has to be ${[params.type]
        .flat()
        .map(type => typeWords[type] ?? type)
        .join(' or ')}, not ${quote(data)}`;
    case 'enum':
      return enumMessage(params.allowedValues, data);
    case 'pattern':
      return `${quote(data)} does not match ${params.pattern}`;
    case 'format':
      return `${quote(data)} is not a ${params.format}`;
    case 'minimum':
      return `has to be at least ${params.limit}, not ${quote(data)}`;
    case 'maximum':
      return `has to be at most ${params.limit}, not ${quote(data)}`;
    case 'exclusiveMinimum':
      return `has to be more than ${params.limit}, not ${quote(data)}`;
    case 'exclusiveMaximum':
      return `has to be less than ${params.limit}, not ${quote(data)}`;
    case 'multipleOf':
      return `has to be a multiple of ${params.multipleOf}, not ${quote(data)}`;
    case 'minLength':
      return `has to have at least ${params.limit} characters`;
    case 'maxLength':
      return `has to have at most ${params.limit} characters`;
    case 'minItems':
    case 'minProperties':
      return `has to have at least ${params.limit} entries`;
    case 'maxItems':
    case 'maxProperties':
      return `has to have at most ${params.limit} entries`;
    case 'required':
      return `has to have ${params.missingProperty}`;
    case 'not':
      return 'is of a form that is excluded';
    default:
      return message ?? 'is not valid';
  }
}

function enumMessage(allowed: readonly unknown[], data: unknown): string {
  const shown = allowed.slice(0, mostValues).map(value => quote(value));
  const more = allowed.length > mostValues ? ', …' : '';
  const guess =
    typeof data === 'string' &&
    nearest(
      data,
      allowed.filter(value => typeof value === 'string'),
    );
  return `${quote(data)} is not one of ${shown.join(', ')}${more}${
    guess ? `; did you mean ${guess}?` : ''
  }`;
}

/** `/spec/nodeGroups/0` as people write it; parts that are numbers are those of lists. */
function pathOf(pointer: string, root: unknown): string {
  let path = '';
  let at = root;
  for (const part of pointer.split('/').slice(1)) {
    const name = part.replaceAll('~1', '/').replaceAll('~0', '~');
    path = pathTo(path, Array.isArray(at) ? Number(name) : name);
    at = (at as Record<string, unknown> | undefined)?.[name];
  }
  return path;
}
