import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ConfirmDialog } from './ConfirmDialog';

describe('ConfirmDialog', () => {
  it('says what, to what and how to undo it; stays when it fails and closes when it is done', async () => {
    const user = userEvent.setup();
    const onClose = jest.fn();
    const onConfirm = jest
      .fn()
      .mockRejectedValueOnce(new Error('a parent reverts it'))
      .mockResolvedValueOnce(undefined);
    render(
      <ConfirmDialog
        open
        title="Suspend web"
        effect="Flux stops correcting it."
        targets={['web on prod-us-east-1']}
        undo="Resume it here."
        confirmTitle="Suspend"
        onConfirm={onConfirm}
        onClose={onClose}
      />,
    );
    const dialog = screen.getByRole('dialog', { name: 'Suspend web' });
    for (const words of [
      'Flux stops correcting it.',
      'web on prod-us-east-1',
      'Resume it here.',
    ]) {
      expect(dialog).toHaveTextContent(words);
    }

    await user.click(screen.getByRole('button', { name: 'Suspend' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'a parent reverts it',
    );
    expect(onClose).not.toHaveBeenCalled();

    await user.click(screen.getByRole('button', { name: 'Suspend' }));
    await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
  });
});
