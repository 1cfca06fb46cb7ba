import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

/** Props of {@link Text}. @public */
export interface TextProps {
  variant?: 'body' | 'small' | 'strong' | 'title' | 'big';
  as?: 'span' | 'p' | 'h2' | 'h3' | 'h4' | 'div';
  /** One line, with an ellipsis. */
  truncate?: boolean;
  /** At most so many lines, with an ellipsis. */
  lines?: number;
  children: ReactNode;
}

const useStyles = makeStyles(
  theme => ({
    text: { letterSpacing: 0, margin: 0, overflowWrap: 'anywhere' },
    body: { fontSize: theme.typography.pxToRem(14), lineHeight: 1.5 },
    small: { fontSize: theme.typography.pxToRem(13), lineHeight: 1.45 },
    strong: {
      fontSize: theme.typography.pxToRem(14),
      fontWeight: 600,
      lineHeight: 1.5,
    },
    title: {
      fontSize: theme.typography.pxToRem(17),
      fontWeight: 600,
      lineHeight: 1.35,
    },
    big: {
      fontSize: theme.typography.pxToRem(28),
      fontVariantNumeric: 'tabular-nums',
      fontWeight: 600,
      lineHeight: 1.2,
    },
    clamp: {
      display: '-webkit-box',
      overflow: 'hidden',
      WebkitBoxOrient: 'vertical',
    },
    truncate: {
      display: 'block',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
    },
  }),
  { name: 'FleetText' },
);

/**
 * Words.
 *
 * @public
 */
export function Text(props: TextProps) {
  const {
    variant = 'body',
    as: Component = 'span',
    truncate,
    lines,
    children,
  } = props;
  const classes = useStyles();
  const className = [
    classes.text,
    classes[variant],
    truncate && classes.truncate,
    lines && classes.clamp,
  ];
  return (
    <Component
      className={className.filter(Boolean).join(' ')}
      style={lines ? { WebkitLineClamp: lines } : undefined}
    >
      {children}
    </Component>
  );
}
