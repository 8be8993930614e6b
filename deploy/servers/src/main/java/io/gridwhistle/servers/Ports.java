package io.gridwhistle.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of the loopback address. */
public final class Ports {
    private static final int ATTEMPTS = 1_000;

    private Ports() {}

    /** Below those that a system hands out to connections (RFC 6056), so that none takes it by chance before it is used. */
    public static int findFree() {
        return ThreadLocalRandom.current()
                .ints(ATTEMPTS, 15_000, 32_000)
                .filter(port -> !isTaken(port))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no port is free"));
    }

    public static boolean isTaken(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
