import { states } from '@fleetcommander/backstage-plugin-fleet-common';
import {
  createTheme,
  decomposeColor,
  getContrastRatio,
} from '@material-ui/core/styles';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { StateBadge } from './StateBadge';
import { stateColor, stateGround, stateWord } from './stateLooks';

/** The opaque colour that a translucent one makes on its ground. */
function blend(color: string, ground: string): string {
  const [red, green, blue, alpha = 1] = decomposeColor(color).values;
  const below = decomposeColor(ground).values;
  const mixed = [red, green, blue].map((value, index) =>
    Math.round(value * alpha + below[index] * (1 - alpha)),
  );
  return `rgb(${mixed.join(', ')})`;
}

describe('StateBadge', () => {
  it.each(states)('says %s in a word, without its colour', async state => {
    render(<StateBadge state={state} summary="no route to host" />);
    expect(screen.getByText(stateWord(state))).toBeVisible();

    await userEvent.hover(screen.getByText(stateWord(state)));
    expect(await screen.findByRole('tooltip')).toHaveTextContent(
      'no route to host',
    );
  });

  it('keeps the word for those who do not see the icon', () => {
    render(<StateBadge state="not-allowed" iconOnly />);
    expect(screen.getByText('not allowed')).toBeInTheDocument();
  });

  it.each([
    { type: 'light' as const, grounds: ['#ffffff', '#f8f8f8'] },
    { type: 'dark' as const, grounds: ['#424242', '#333333'] },
  ])('is readable on the grounds of the $type theme', ({ type, grounds }) => {
    const theme = createTheme({ palette: { type } });
    for (const state of states) {
      for (const ground of grounds) {
        const badge = blend(stateGround(theme, state), ground);
        const contrast = getContrastRatio(stateColor(theme, state), badge);
        expect({ state, readable: contrast >= 4.5 }).toEqual({
          state,
          readable: true,
        });
      }
    }
  });
});
