import type {
  PromotionEventType,
  PromotionState,
} from '@fleetcommander/backstage-plugin-fleet-common';
import AcUnit from '@material-ui/icons/AcUnit';
import Autorenew from '@material-ui/icons/Autorenew';
import CallMerge from '@material-ui/icons/CallMerge';
import Cancel from '@material-ui/icons/Cancel';
import CheckCircle from '@material-ui/icons/CheckCircle';
import Edit from '@material-ui/icons/Edit';
import Lock from '@material-ui/icons/Lock';
import LockOpen from '@material-ui/icons/LockOpen';
import RemoveCircleOutline from '@material-ui/icons/RemoveCircleOutline';
import Replay from '@material-ui/icons/Replay';
import Schedule from '@material-ui/icons/Schedule';
import Send from '@material-ui/icons/Send';
import ThumbDown from '@material-ui/icons/ThumbDown';
import ThumbUp from '@material-ui/icons/ThumbUp';
import type { Look } from './LookBadge';

/** How a promotion looks in each of its states. */
export const promotionLooks: Record<PromotionState, Look> = {
  waiting: { word: 'waits', icon: Schedule, state: 'degraded' },
  ready: { word: 'ready to merge', icon: CallMerge, state: 'progressing' },
  'rolling-out': {
    word: 'rolling out',
    icon: Autorenew,
    state: 'progressing',
  },
  done: { word: 'done', icon: CheckCircle, state: 'healthy' },
  failed: { word: 'failed', icon: Cancel, state: 'failing' },
  closed: {
    word: 'closed',
    icon: RemoveCircleOutline,
    state: 'not-installed',
  },
  superseded: { word: 'superseded', icon: Replay, state: 'not-installed' },
};

/** How each thing that was done looks on a timeline. */
export const eventLooks: Record<PromotionEventType, Look> = {
  requested: { word: 'asked for', icon: Send, state: 'progressing' },
  opened: { word: 'opened', icon: Send, state: 'progressing' },
  approved: { word: 'approved', icon: ThumbUp, state: 'healthy' },
  'changes-requested': {
    word: 'asked for changes',
    icon: ThumbDown,
    state: 'degraded',
  },
  'gates-opened': { word: 'gates opened', icon: LockOpen, state: 'healthy' },
  'gates-closed': { word: 'gates closed', icon: Lock, state: 'degraded' },
  merged: { word: 'merged', icon: CallMerge, state: 'progressing' },
  closed: {
    word: 'closed',
    icon: RemoveCircleOutline,
    state: 'not-installed',
  },
  'wave-started': {
    word: 'wave started',
    icon: Autorenew,
    state: 'progressing',
  },
  'wave-done': { word: 'wave done', icon: CheckCircle, state: 'healthy' },
  done: { word: 'done', icon: CheckCircle, state: 'healthy' },
  failed: { word: 'failed', icon: Cancel, state: 'failing' },
  'rollback-offered': {
    word: 'rollback offered',
    icon: Replay,
    state: 'degraded',
  },
  frozen: { word: 'frozen', icon: AcUnit, state: 'suspended' },
  'freeze-changed': { word: 'freeze changed', icon: Edit, state: 'suspended' },
  'freeze-ended': {
    word: 'freeze ended',
    icon: LockOpen,
    state: 'progressing',
  },
};

/**
 * How a promotion is, in a word, also one of a newer backend.
 *
 * @public
 */
export function promotionWord(state: string): string {
  const looks: Record<string, Look | undefined> = promotionLooks;
  return looks[state]?.word ?? state;
}

/**
 * What was done, in a word, also by a newer backend.
 *
 * @public
 */
export function promotionEventWord(type: string): string {
  const looks: Record<string, Look | undefined> = eventLooks;
  return looks[type]?.word ?? type;
}
