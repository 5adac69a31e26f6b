import { useEffect, useState } from 'react';

/** The picture in a file, as it was chosen; nothing where it is none that the browser knows. */
export function FilePreview({ file }: { file: File }) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return url ? <img className="cover" src={url} alt="" onError={() => setUrl(undefined)} /> : null;
}
