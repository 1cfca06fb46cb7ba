import { changeActions, type ChangeAction } from './changeBranch';

/** What a pull request says of itself to those who follow it. From outside: shown as text, and worth no rights. @public */
export interface ChangeNote {
  action: ChangeAction;
  /** Who asked for it: an entity reference such as `user:default/ada`. */
  requester: string;
  /** Of a creation: what is created, as the layout of the repository names it. */
  application?: string;
  /** Of a promotion and a rollback: what moves into which stage, so that it can be told again from Git alone. */
  promotion?: {
    application: string;
    /** The stage; absent of a rollback. */
    from?: string;
    to: string;
    /** From 0 on; absent: all at once. */
    wave?: number;
  };
}

const mark = 'fleet-commander';
const longestNote = 1000;
/** As applications and stages are called. */
const namePattern = /^[\w.-]{1,100}$/;
const requesterPattern = /^[a-z]+:[\w.-]{1,63}\/[\w.-]{1,63}$/i;

/**
 * The body of a pull request with a note at its end that people do not see, and {@link readChange} does.
 *
 * @public
 */
export function describeChange(body: string, note: ChangeNote): string {
  const { action, requester, application, promotion } = note;
  // Within strings alone, since nothing else of it has these: none of them can end the comment.
  const json = JSON.stringify({
    action,
    requester,
    application,
    promotion,
  }).replace(
    /[<>-]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `${body.trimEnd()}\n\n<!-- ${mark} ${json} -->\n`;
}

/**
 * What {@link describeChange} wrote; the last one counts. None, when there is none that can be read.
 *
 * @public
 */
export function readChange(body: string): ChangeNote | undefined {
  const start = body.lastIndexOf(`<!-- ${mark} {`);
  const end = start < 0 ? -1 : body.indexOf('-->', start);
  if (end < 0 || end - start > longestNote) {
    return undefined;
  }
  const { action, requester, application, promotion } =
    parse(body.slice(start + `<!-- ${mark} `.length, end)) ?? {};
  const known = changeActions.find(name => name === action);
  return known &&
    typeof requester === 'string' &&
    requesterPattern.test(requester)
    ? {
        action: known,
        requester,
        ...(isName(application) && { application }),
        promotion: readPromotion(promotion),
      }
    : undefined;
}

function readPromotion(value: unknown): ChangeNote['promotion'] {
  const { application, from, to, wave } = { ...(value as object) } as Record<
    string,
    unknown
  >;
  return isName(application) &&
    isName(to) &&
    (from === undefined || isName(from)) &&
    (wave === undefined || (Number.isInteger(wave) && Number(wave) >= 0))
    ? {
        application,
        to,
        ...(isName(from) && { from }),
        ...(wave !== undefined && { wave: Number(wave) }),
      }
    : undefined;
}

function isName(value: unknown): value is string {
  return typeof value === 'string' && namePattern.test(value);
}

function parse(json: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
