import type { ReactNode } from "react";

/** A picture that came with the message; one from elsewhere shows its words, for nothing is loaded from outside. */
export function ImageView({
  image,
  className,
}: {
  readonly image: { readonly image_url?: string | undefined; readonly alt_text: string };
  readonly className: string;
}): ReactNode {
  return image.image_url?.startsWith("data:") === true ? (
    <img src={image.image_url} alt={image.alt_text} className={className} />
  ) : (
    <span role="img" aria-label={image.alt_text} className={`image-words ${className}`}>
      {image.alt_text}
    </span>
  );
}
