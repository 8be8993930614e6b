package io.gridwhistle.events;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** A picture or document that stays where it is; the log carries its address. */
public record Attachment(String url, @Nullable String mediaType) {

    /** Errors: {@link IllegalArgumentException} where the address is not one of the web. */
    public Attachment {
        URI uri = url == null ? null : URI.create(url);
        if (uri == null
                || uri.getHost() == null
                || !("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
            throw new IllegalArgumentException("url: '%s' is no http or https address".formatted(url));
        }
    }
}
