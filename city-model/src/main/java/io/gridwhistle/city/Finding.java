package io.gridwhistle.city;

/**
 * What is wrong with a document, and what would be right.
 *
 * @param pointer to the place at fault, as in RFC 6901
 */
public record Finding(String pointer, String detail) {
    @Override
    public String toString() {
        return pointer.isEmpty() ? detail : pointer + ": " + detail;
    }
}
