import type { GitChange } from './GitChange';
import { GitError } from './GitError';

/** What hosts list of a pull request at once, with room to see that something else came along. */
const mostFiles = 250;
const mostCharacters = 5_000_000;
const longestPath = 4096;
const longestTitle = 256;
const longestBody = 65_536;
const longestBranch = 200;

/** Refuses a change that no host should be given, before any is asked. */
export function checkChange(change: GitChange): void {
  const { branch, base, title, body, files } = change;
  checkBranch('branch', branch);
  if (base !== undefined) {
    checkBranch('base', base);
  }
  if (branch === base) {
    refuse(`the branch and its base are the same: ${shown(branch)}`);
  }
  if (!title.trim() || title.length > longestTitle || /[\r\n]/.test(title)) {
    refuse(`the title must be one line of 1 to ${longestTitle} characters`);
  }
  if (body.length > longestBody) {
    refuse(
      `the body has ${body.length} characters: a pull request takes ${longestBody}`,
    );
  }
  if (files.length === 0 || files.length > mostFiles) {
    refuse(
      `a change must have 1 to ${mostFiles} files, and this has ${files.length}`,
    );
  }
  const characters = files.reduce(
    (sum, { text }) => sum + (text?.length ?? 0),
    0,
  );
  if (characters > mostCharacters) {
    refuse(`the files have more than ${mostCharacters} characters together`);
  }
  files.forEach(({ path }) => checkPath(path));
  checkTogether(files.map(({ path }) => path));
}

function checkPath(path: string): void {
  const parts = path.split('/');
  const problem =
    (path === '' && 'it is empty') ||
    (path.length > longestPath && `it is longer than ${longestPath}`) ||
    (path.startsWith('/') &&
      'it is absolute: paths count from the root of the repository') ||
    (hasControls(path) && 'it has control characters') ||
    (path.includes('\\') && 'it has a backslash') ||
    (parts.includes('') && 'a part of it is empty') ||
    (parts.some(part => part === '.' || part === '..') &&
      'it may not have the parts . or ..') ||
    (parts.some(isGitFolder) && 'it may not lie in .git');
  if (problem) {
    refuse(`the path ${shown(path)} cannot be written: ${problem}`);
  }
}

/** Also as file systems of macOS and Windows read it. */
function isGitFolder(part: string): boolean {
  const name = part.normalize('NFKC').replace(/[\u200b-\u200f\ufeff]/g, '');
  return /^(?:\.git|git~1)[. ]*(?::.*)?$/i.test(name);
}

function checkTogether(paths: string[]): void {
  const all = new Set(paths);
  if (all.size < paths.length) {
    const twice = paths.find((path, index) => paths.indexOf(path) !== index)!;
    refuse(`the path ${shown(twice)} is in the change more than once`);
  }
  for (const path of paths) {
    const parts = path.split('/');
    const folder = parts
      .slice(1)
      .map((_, index) => parts.slice(0, index + 1).join('/'))
      .find(ancestor => all.has(ancestor));
    if (folder !== undefined) {
      refuse(
        `${shown(folder)} cannot be a file and the folder of ${shown(
          path,
        )} at once`,
      );
    }
  }
}

/** By the rules of git-check-ref-format. */
function checkBranch(field: string, name: string): void {
  const isName =
    name.length <= longestBranch &&
    !hasControls(name) &&
    !/[ ~^:?*[\\]|\.\.|@\{|^@$|^-|\.$/.test(name) &&
    name
      .split('/')
      .every(part => part && !part.startsWith('.') && !part.endsWith('.lock'));
  if (!isName) {
    refuse(`the ${field} ${shown(name)} is no name that Git takes`);
  }
}

function hasControls(text: string): boolean {
  return /\p{Cc}/u.test(text);
}

function shown(text: string): string {
  return JSON.stringify(text.length > 100 ? `${text.slice(0, 100)}…` : text);
}

function refuse(message: string): never {
  throw new GitError('invalid-change', message);
}
