import { publishedForm as formOf } from "../../features/drafting/publishedForm.ts";
import { type PublishedFormResult, publishedFormRequest } from "../extensions.ts";
import { onCustomRequest } from "../lsp/customRequest.ts";
import { onLetter, type ServerFeature } from "./handler.ts";

/** `imr/publishedForm`: a letter in its published form, all of it, for a word processor. */
export const publishedForm: ServerFeature = {
  register(context) {
    onCustomRequest(
      context.connection,
      publishedFormRequest,
      onLetter(context)<PublishedFormResult>("Writing the published form", null, ({ document, letter }) =>
        formOf(document.getText(), letter),
      ),
    );
  },
};
