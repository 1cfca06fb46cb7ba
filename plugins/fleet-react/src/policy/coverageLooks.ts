import { alpha, type Theme } from '@material-ui/core/styles';
import type {
  CoverageState,
  State,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { stateColor } from '../state/stateLooks';

/** How a policy that stands so on a cluster looks: its word, its sign, and the state that lends its colour. */
export interface CoverageLook {
  word: string;
  sign: string;
  state: State;
  /** For the legend. */
  meaning: string;
}

export const coverageLooks: Record<CoverageState, CoverageLook> = {
  enforce: {
    word: 'enforce',
    sign: '●',
    state: 'healthy',
    meaning: 'what breaks it is refused or changed',
  },
  partial: {
    word: 'partial',
    sign: '◕',
    state: 'degraded',
    meaning: 'enforced in some namespaces only',
  },
  warn: {
    word: 'warn',
    sign: '◐',
    state: 'degraded',
    meaning: 'let in with a warning',
  },
  audit: {
    word: 'audit',
    sign: '◐',
    state: 'degraded',
    meaning: 'let in and reported',
  },
  off: {
    word: 'off',
    sign: '◌',
    state: 'suspended',
    meaning: 'there, and does nothing',
  },
  absent: {
    word: 'absent',
    sign: '○',
    state: 'not-allowed',
    meaning: 'not there',
  },
  'other-version': {
    word: 'other version',
    sign: '≠',
    state: 'progressing',
    meaning: 'says something else than on most clusters',
  },
  'not-ready': {
    word: 'not ready',
    sign: '!',
    state: 'failing',
    meaning: 'there, and its engine does not apply it',
  },
  'no-engine': {
    word: 'no engine',
    sign: '–',
    state: 'not-installed',
    meaning: 'its engine is not installed',
  },
  unknown: {
    word: 'unknown',
    sign: '?',
    state: 'unknown',
    meaning: 'its cluster cannot be asked',
  },
};

/** The colour of how a policy stands, for text and signs. */
export function coverageColor(theme: Theme, state: CoverageState): string {
  return stateColor(theme, coverageLooks[state].state);
}

/** The ground behind it. What enforces has none of its own: a green wall is noise. */
export function coverageGround(theme: Theme, state: CoverageState): string {
  return state === 'enforce'
    ? alpha(theme.palette.text.primary, 0.035)
    : alpha(coverageColor(theme, state), 0.1);
}

/**
 * How a policy stands on a cluster, in a word.
 *
 * @public
 */
export function coverageWord(state: CoverageState): string {
  return coverageLooks[state].word;
}
