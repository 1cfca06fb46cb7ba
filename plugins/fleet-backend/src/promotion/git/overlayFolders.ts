import type {
  EnvironmentConfig,
  RepositoryConfig,
} from '../../clusters/config/FleetConfig';
import type { OverlayFolder } from './BranchReading';

const kustomization = /^kustomization\.ya?ml$|^Kustomization$/;
const placeholders = /\{(app|environment)\}/g;
/** They are part of keys, which indexes hold whole. */
const longestPath = 500;

type Environments = readonly Pick<
  EnvironmentConfig,
  'name' | 'directory' | 'words'
>[];

/**
 * The overlays among the files of a branch, by the layout of its repository. A folder in one with a kustomization of its own is that of
 * a region or a cluster; where there are any, what is around them is what these share, and no overlay itself.
 */
export function overlayFolders(
  paths: Iterable<string>,
  layout: Pick<RepositoryConfig['layout'], 'overlay'>,
  environments: Environments,
  /** Of a branch that is one environment's. */
  ofBranch?: string,
): OverlayFolder[] {
  if (!layout.overlay) {
    return [];
  }
  const pattern = patternOf(layout.overlay, environments);
  const found = new Map<string, OverlayFolder>();
  const withRegions = new Set<string>();
  for (const path of paths) {
    const { folder, app, word, rest } = pattern.exec(path)?.groups ?? {};
    const environment = ofBranch ?? environmentOf(word, environments);
    if (!environment || rest === undefined || path.length > longestPath) {
      continue;
    }
    const [region, file] = rest.split('/');
    if (file === undefined && /\.ya?ml$|^Kustomization$/.test(region)) {
      found.set(folder, { path: folder, application: app, environment });
    } else if (kustomization.test(file) && rest.split('/').length === 2) {
      const regional = `${folder}/${region}`;
      withRegions.add(folder);
      found.set(regional, {
        path: regional,
        application: app,
        environment,
        region,
      });
    }
  }
  return [...found.values()].filter(({ path }) => !withRegions.has(path));
}

function patternOf(overlay: string, environments: Environments): RegExp {
  const words = environments.flatMap(environment => [
    environment.name,
    environment.directory,
    ...environment.words,
  ]);
  const alternatives = [...new Set(words)].map(escape).join('|');
  const seen = new Set<string>();
  const source = overlay.split(placeholders).map((part, index) => {
    if (index % 2 === 0) {
      return escape(part);
    }
    const again = seen.has(part);
    seen.add(part);
    if (part === 'app') {
      return again ? '\\k<app>' : '(?<app>[^/]+)';
    }
    return again ? '\\k<word>' : `(?<word>${alternatives})`;
  });
  return new RegExp(`^(?<folder>${source.join('')})/(?<rest>.+)$`);
}

function environmentOf(
  word: string | undefined,
  environments: Environments,
): string | undefined {
  return (
    environments.find(({ name }) => name === word) ??
    environments.find(
      ({ directory, words }) =>
        word !== undefined && (directory === word || words.includes(word)),
    )
  )?.name;
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
