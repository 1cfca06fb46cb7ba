import { makeStyles } from '@material-ui/core/styles';
import ArrowForward from '@material-ui/icons/ArrowForward';
import { Fragment, type ReactNode } from 'react';
import { stageColumns } from './stageColumns';

/** Props of {@link PipelineColumns}. @public */
export interface PipelineColumnsProps<Stage> {
  stages: readonly Stage[];
  /** One stage, as a {@link StageCard}. */
  render(stage: Stage): ReactNode;
}

const useStyles = makeStyles(
  theme => ({
    columns: {
      alignItems: 'stretch',
      display: 'flex',
      gap: theme.spacing(1),
      overflowX: 'auto',
      [theme.breakpoints.down('sm')]: { flexDirection: 'column' },
    },
    column: {
      display: 'flex',
      flex: '1 1 240px',
      flexDirection: 'column',
      gap: theme.spacing(1.5),
      minWidth: 236,
      [theme.breakpoints.down('sm')]: { flex: 'none' },
    },
    arrow: {
      alignSelf: 'flex-start',
      color: theme.palette.text.primary,
      marginTop: 52,
      opacity: 0.5,
      [theme.breakpoints.down('sm')]: {
        alignSelf: 'center',
        marginTop: 0,
        transform: 'rotate(90deg)',
      },
    },
  }),
  { name: 'FleetPipelineColumns' },
);

/**
 * The stages of a pipeline left to right, parallel ones in one column; one below the other where it is narrow.
 *
 * @public
 */
export function PipelineColumns<
  Stage extends { name: string; after: readonly string[] },
>(props: PipelineColumnsProps<Stage>) {
  const { stages, render } = props;
  const classes = useStyles();
  return (
    <div className={classes.columns}>
      {stageColumns(stages).map((column, index) => (
        <Fragment key={column[0].name}>
          {index > 0 && <ArrowForward className={classes.arrow} aria-hidden />}
          <div className={classes.column}>
            {column.map(stage => (
              <Fragment key={stage.name}>{render(stage)}</Fragment>
            ))}
          </div>
        </Fragment>
      ))}
    </div>
  );
}
