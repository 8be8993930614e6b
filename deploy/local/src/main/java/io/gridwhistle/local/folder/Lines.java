package io.gridwhistle.local.folder;

import java.io.IOException;
import java.io.Writer;
import java.util.Iterator;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** One element a line, so that a difference between two versions reads as the elements that differ. */
final class Lines {

    private static final JsonMapper JSON = FolderJson.mapper();

    private Lines() {}

    static void write(Writer out, String head, Stream<?> elements, String tail) throws IOException {
        out.write(head + "\n");
        for (Iterator<?> each = elements.iterator(); each.hasNext(); ) {
            out.write(JSON.writeValueAsString(each.next()));
            out.write(each.hasNext() ? ",\n" : "\n");
        }
        out.write(tail + "\n");
    }
}
