import { readChange } from '../../changeNote';
import type { GitChange } from '../../GitChange';

const treeTrailer = 'Fleet-Tree';
const requesterTrailer = 'Fleet-Requester';
const trailers = new RegExp(
  `\n\n(?:${requesterTrailer}: (\\S+)\n)?${treeTrailer}: (\\S+)\\s*$`,
);

/** What a commit of a change says, with the tree that it has and who asked for it: unlike a body, nobody edits it afterwards. */
export function commitMessage(
  { commitMessage: text, title, body }: GitChange,
  tree: string,
): string {
  const requester = readChange(body)?.requester;
  return [
    text ?? title,
    '',
    ...(requester ? [`${requesterTrailer}: ${requester}`] : []),
    `${treeTrailer}: ${tree}`,
  ].join('\n');
}

/** Whether a commit was written here: it names the tree that it has. What others put into it since would have made another tree. */
export function isOwnCommit({ message, tree }: WrittenCommit): boolean {
  return trailers.exec(message)?.[2] === tree;
}

/** The entity ref that a commit names, which was written here. */
export function requesterOfCommit(commit: WrittenCommit): string | undefined {
  return isOwnCommit(commit) ? trailers.exec(commit.message)?.[1] : undefined;
}

interface WrittenCommit {
  message: string;
  tree: string;
}
