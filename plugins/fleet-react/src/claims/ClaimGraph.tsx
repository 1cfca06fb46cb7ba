import {
  DependencyGraph,
  DependencyGraphTypes,
} from '@backstage/core-components';
import type {
  ClaimNode,
  State,
} from '@fleetcommander/backstage-plugin-fleet-common';
import { makeStyles, useTheme } from '@material-ui/core/styles';
import { useMemo } from 'react';
import { scrollable } from '../layout/scrollable';
import { stateColor, stateGround, stateLooks } from '../state/stateLooks';

/** Props of {@link ClaimGraph}. @public */
export interface ClaimGraphProps {
  /** Parents before children. */
  nodes: readonly ClaimNode[];
}

interface NodeData {
  kind: string;
  name: string;
  state: State;
  summary: string;
}

const width = 220;
const height = 56;

const useStyles = makeStyles(
  theme => ({
    graph: {
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: 6,
      maxHeight: '70vh',
      overflow: 'auto',
      // As large as it has to be to be read; it scrolls.
      '& > div': { minWidth: 760 },
    },
    kind: { fill: theme.palette.text.primary, fontSize: 12, fontWeight: 600 },
    name: { fill: theme.palette.text.primary, fontSize: 12 },
    edge: { stroke: theme.palette.text.secondary },
  }),
  { name: 'FleetClaimGraph' },
);

/**
 * What a claim is made of, as a graph. Whoever cannot see it has the same as a table.
 *
 * @public
 */
export function ClaimGraph(props: ClaimGraphProps) {
  const { nodes } = props;
  const classes = useStyles();
  const graph = useMemo(() => graphOf(nodes), [nodes]);
  return (
    <div
      className={classes.graph}
      role="group"
      aria-label={`Graph of ${nodes.length} objects`}
      {...scrollable}
    >
      <DependencyGraph<NodeData, object>
        nodes={graph.nodes}
        edges={graph.edges}
        direction={DependencyGraphTypes.Direction.LEFT_RIGHT}
        nodeMargin={12}
        rankMargin={60}
        paddingX={24}
        paddingY={24}
        zoom="disabled"
        preserveAspectRatio="xMinYMin"
        allowFullscreen={false}
        renderNode={({ node }) => <GraphNode node={node} />}
      />
    </div>
  );
}

function GraphNode(props: { node: NodeData }) {
  const { kind, name, state, summary } = props.node;
  const classes = useStyles();
  const theme = useTheme();
  const color = stateColor(theme, state);
  const { word, icon: Icon } = stateLooks[state];
  return (
    <g>
      <title>{`${kind} ${name}: ${word}, ${summary}`}</title>
      <rect
        width={width}
        height={height}
        rx={6}
        fill={theme.palette.background.paper}
      />
      <rect
        width={width}
        height={height}
        rx={6}
        fill={stateGround(theme, state)}
        stroke={state === 'healthy' ? theme.palette.divider : color}
      />
      <Icon x={10} y={18} width={20} height={20} style={{ color }} />
      <text x={38} y={24} className={classes.kind}>
        {shortened(kind)}
      </text>
      <text x={38} y={42} className={classes.name}>
        {shortened(name)}
      </text>
    </g>
  );
}

function graphOf(nodes: readonly ClaimNode[]) {
  const present = new Set(nodes.map(({ id }) => id));
  return {
    nodes: nodes.map(({ id, kind, name, state, summary }) => ({
      id,
      kind,
      name,
      state,
      summary,
    })),
    edges: nodes.flatMap(({ id, parentId }) =>
      parentId !== undefined && present.has(parentId)
        ? [{ from: parentId, to: id }]
        : [],
    ),
  };
}

/** A box holds this much of a name; what tells names apart is mostly at their end. */
const longest = 25;

function shortened(text: string): string {
  return text.length > longest
    ? `${text.slice(0, 10)}…${text.slice(-(longest - 11))}`
    : text;
}
