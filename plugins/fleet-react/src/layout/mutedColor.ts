import { alpha, type Theme } from '@material-ui/core/styles';

/** For what stands beside the main thing. The secondary text of Backstage's light theme is too faint on its grey page. */
export function mutedColor(theme: Theme): string {
  return alpha(theme.palette.text.primary, 0.7);
}
