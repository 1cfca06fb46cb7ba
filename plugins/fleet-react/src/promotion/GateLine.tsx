import type { GateVerdict } from '@fleetcommander/backstage-plugin-fleet-common';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { Muted } from '../layout/Muted';
import { ExternalLink } from '../links/ExternalLink';
import { stateColor } from '../state/stateLooks';
import { Age } from '../time/Age';
import { TimedText } from '../time/TimedText';
import { Until } from '../time/Until';
import { gateLooks } from './gateLooks';
import { WaitsFor } from './WaitsFor';

const useStyles = makeStyles(
  theme => ({
    gate: {
      display: 'grid',
      fontSize: theme.typography.pxToRem(14),
      gap: theme.spacing(0, 1),
      gridTemplateColumns: '20px minmax(0, 1fr)',
      lineHeight: 1.45,
      overflowWrap: 'anywhere',
    },
    icon: { fontSize: 20 },
    head: { fontWeight: 600 },
    evidence: {
      fontSize: theme.typography.pxToRem(13),
      '& > summary': { cursor: 'pointer' },
      '& ul': { margin: 0, paddingLeft: theme.spacing(2.25) },
    },
  }),
  { name: 'FleetGateLine' },
);

/** One gate: how it stands in a word, why in a sentence, how old that is, who can open it, and what it goes by. */
export function GateLine(props: { gate: GateVerdict }) {
  const { title, state, summary, at, url } = props.gate;
  const { opensAt, waitsFor, evidence } = props.gate;
  const classes = useStyles();
  const theme = useTheme();
  const { icon: Icon, word, state: lends } = gateLooks[state];
  const color = stateColor(theme, lends);
  return (
    <li className={classes.gate}>
      <Icon className={classes.icon} style={{ color }} aria-hidden />
      <div>
        <span className={classes.head}>
          <ExternalLink href={url}>{title}</ExternalLink>:{' '}
          <span style={{ color }}>{word}</span>
        </span>
        <div>
          <TimedText text={summary} />
        </div>
        {opensAt && (
          <Muted>
            <Until at={opensAt} what="opens by itself" />{' '}
          </Muted>
        )}
        {state !== 'passed' && waitsFor.length > 0 && (
          <Muted>
            can be opened by <WaitsFor who={waitsFor} />{' '}
          </Muted>
        )}
        {evidence.length > 0 && (
          <details className={classes.evidence}>
            <summary>
              {`Evidence (${evidence.length})`} {at && <Age at={at} />}
            </summary>
            <ul>
              {evidence.map((item, index) => (
                <li key={index}>
                  <ExternalLink href={item.url}>
                    <TimedText text={item.summary} />
                  </ExternalLink>{' '}
                  {item.at && <Age at={item.at} />}
                </li>
              ))}
            </ul>
          </details>
        )}
        {evidence.length === 0 && at && (
          <Muted>
            <Age at={at} />
          </Muted>
        )}
      </div>
    </li>
  );
}
