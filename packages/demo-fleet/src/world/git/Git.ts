import { ClusterPlan } from '../../types';
import { Component } from '../components';
import { Random } from '../Random';

export interface Commit {
  sha: string;
  message: string;
  author: string;
}

/** The one repository that describes the fleet: what each environment should run, and the commits that said so. */
export class Git {
  static readonly url = 'https://git.example.org/platform/fleet.git';

  private readonly commits: Commit[] = [];
  private readonly releases = new Map<string, string>();
  private readonly breakages = new Map<string, string>();
  private readonly withdrawn = new Set<string>();

  private constructor(private readonly random: Random) {}

  static create(random: Random): Git {
    const git = new Git(random);
    for (const message of [
      'Raise the memory of search',
      'Update cert-manager',
      'Release checkout to production',
      'Rotate the ledger credentials',
      'Add a region for storefront',
    ]) {
      git.commit(message);
    }
    return git;
  }

  /** The newest commit of main. */
  get head(): Commit {
    return this.commits[0];
  }

  /** The last commits of main, the newest first. */
  get log(): readonly Commit[] {
    return this.commits;
  }

  /** The newest revision as Flux writes it. */
  get revision(): string {
    return revisionOf(this.head);
  }

  /** What a cluster should run of a component. */
  version(component: Component, plan: ClusterPlan): string {
    return (
      this.releases.get(`${component.name}/${plan.name}`) ??
      this.releases.get(`${component.name}/${plan.environment}`) ??
      component.versions[plan.environment]
    );
  }

  /** Says in Git what an environment, or one cluster in it, should run. */
  release(component: string, where: string, version: string): void {
    this.releases.set(`${component}/${where}`, version);
    this.commit(`Release ${component} ${version} to ${where}`);
  }

  /** Why a directory does not build, if it does not. */
  breakage(path: string): string | undefined {
    return this.breakages.get(path);
  }

  breakPath(path: string, error: string): void {
    this.breakages.set(path, error);
    this.commit(`Change ${path}`);
  }

  mendPath(path: string): void {
    if (this.breakages.delete(path)) {
      this.commit(`Revert "Change ${path}"`);
    }
  }

  /** Whether a directory was taken out of its cluster. */
  isWithdrawn(path: string): boolean {
    return this.withdrawn.has(path);
  }

  withdraw(path: string): void {
    this.withdrawn.add(path);
    this.commit(`Remove ${path}`);
  }

  putBack(path: string): void {
    if (this.withdrawn.delete(path)) {
      this.commit(`Revert "Remove ${path}"`);
    }
  }

  private commit(message: string): void {
    this.commits.unshift({
      sha: this.random.hex(40),
      message,
      author: this.random.pick(['amara', 'bjorn', 'chidi', 'dana', 'emre']),
    });
    this.commits.length = Math.min(this.commits.length, 10);
  }
}

/** A commit as Flux names it. */
export function revisionOf(commit: Pick<Commit, 'sha'>): string {
  return `main@sha1:${commit.sha}`;
}

/** The commit that a revision of Flux names. */
export function shaOf(revision: string): string {
  return revision.replace(/^.*@sha1:/, '');
}
