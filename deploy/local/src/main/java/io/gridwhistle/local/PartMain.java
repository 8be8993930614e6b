package io.gridwhistle.local;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** One part of the city as a process of its own: {@code PART STATE FOLDER GATEWAY SERVICES-FROM KAFKA POSTGRES}. */
final class PartMain {
    private PartMain() {}

    public static void main(String[] args) throws InterruptedException {
        var ports = new CityPorts(
                Integer.parseInt(args[3]),
                Integer.parseInt(args[4]),
                Integer.parseInt(args[5]),
                Integer.parseInt(args[6]));
        var plan = new CityPlan(Path.of(args[1]), Path.of(args[2]), ports, 1);
        String secret = System.getenv(ServiceArguments.SECRET);
        if (secret == null) {
            throw new IllegalStateException(ServiceArguments.SECRET + " is not set");
        }
        AutoCloseable part = PartRunner.start(Part.valueOf(args[0]), plan, secret);
        var ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                part.close();
            } catch (Exception e) {
                System.err.println("did not end cleanly: " + e);
            }
            ended.countDown();
        }));
        ended.await();
    }
}
