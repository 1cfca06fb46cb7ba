import type { GitHost } from '../GitHost';
import { address, octokit, type Signed } from './startHost';

/** What people do with pull requests, in short. */
export class PullRequests {
  constructor(private readonly host: GitHost) {}

  /** Of the bot's; answers the number. */
  async open(branch: string): Promise<number> {
    const { data } = await octokit(this.host).rest.pulls.create({
      ...address,
      head: branch,
      base: 'main',
      title: `Change ${branch}`,
      body: 'Why',
    });
    return data.number;
  }

  async get(pull_number: number) {
    const { data } = await octokit(this.host).rest.pulls.get({
      ...address,
      pull_number,
    });
    return data;
  }

  approve(pull_number: number, as: Signed = 'grace') {
    return octokit(this.host, as).rest.pulls.createReview({
      ...address,
      pull_number,
      event: 'APPROVE',
    });
  }

  merge(
    pull_number: number,
    options: {
      as?: Signed;
      sha?: string;
      merge_method?: 'merge' | 'squash' | 'rebase';
    } = {},
  ) {
    const { as = 'ada', ...rest } = options;
    return octokit(this.host, as).rest.pulls.merge({
      ...address,
      pull_number,
      ...rest,
    });
  }
}
