import { alpha, type Theme } from '@material-ui/core/styles';
import type { SvgIconProps } from '@material-ui/core/SvgIcon';
import Info from '@material-ui/icons/InfoOutlined';
import Remove from '@material-ui/icons/RemoveCircleOutline';
import Report from '@material-ui/icons/Report';
import Warning from '@material-ui/icons/Warning';
import type {
  PolicySeverity,
  State,
} from '@fleetcommander/backstage-plugin-fleet-common';
import type { ComponentType } from 'react';
import { stateColor } from '../state/stateLooks';

/** The icon of a severity, and the state that needs a person as much and lends its colour. */
export const severityLooks: Record<
  PolicySeverity,
  { icon: ComponentType<SvgIconProps>; state: State }
> = {
  critical: { icon: Report, state: 'failing' },
  high: { icon: Warning, state: 'degraded' },
  medium: { icon: Info, state: 'progressing' },
  low: { icon: Remove, state: 'unknown' },
  info: { icon: Info, state: 'not-installed' },
};

/** The colour of a severity for text, icons and bars. */
export function severityColor(theme: Theme, severity: PolicySeverity): string {
  return stateColor(theme, severityLooks[severity].state);
}

/** The ground behind a severity's colour. */
export function severityGround(theme: Theme, severity: PolicySeverity): string {
  return alpha(severityColor(theme, severity), 0.1);
}
