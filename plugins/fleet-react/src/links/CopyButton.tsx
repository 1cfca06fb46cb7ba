import IconButton from '@material-ui/core/IconButton';
import Tooltip from '@material-ui/core/Tooltip';
import Check from '@material-ui/icons/Check';
import FileCopyOutlined from '@material-ui/icons/FileCopyOutlined';
import { useEffect, useState } from 'react';
import useCopyToClipboard from 'react-use/esm/useCopyToClipboard';

/** Copies a text, and says that it did. */
export function CopyButton(props: { text: string; title: string }) {
  const { text, title } = props;
  const [, copy] = useCopyToClipboard();
  const [copied, setCopied] = useState(false);

  useEffect(() => {
    if (!copied) {
      return undefined;
    }
    const timer = setTimeout(() => setCopied(false), 2_000);
    return () => clearTimeout(timer);
  }, [copied]);

  const Icon = copied ? Check : FileCopyOutlined;
  return (
    <Tooltip title={copied ? 'copied' : title}>
      <IconButton
        size="small"
        aria-label={copied ? `${title}: copied` : title}
        onClick={event => {
          event.stopPropagation();
          copy(text);
          setCopied(true);
        }}
      >
        <Icon style={{ fontSize: '0.9rem' }} />
      </IconButton>
    </Tooltip>
  );
}
