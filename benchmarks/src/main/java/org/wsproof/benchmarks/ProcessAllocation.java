package org.wsproof.benchmarks;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import org.wsproof.benchmarks.bench.contenders.JavaProcess;

/**
 * What the threads of another virtual machine of this user's have allocated, octet for octet, as that machine counts it. Those that
 * answer the question are not counted.
 */
public final class ProcessAllocation implements AutoCloseable {
    private static final String ANSWERING = "RMI ";

    private final JavaProcess process;
    private final ThreadMXBean threads;

    private ProcessAllocation(JavaProcess process, ThreadMXBean threads) {
        this.process = process;
        this.threads = threads;
    }

    /**
     * Of this process.
     *
     * @throws IOException if there is no such process, or it is not to be looked into
     */
    public static ProcessAllocation of(long pid) throws IOException {
        JavaProcess process = JavaProcess.of(pid);
        return new ProcessAllocation(process, process.bean(ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class));
    }

    /** The octets that the threads which run now have allocated so far. */
    public long octets() {
        long[] ids = threads.getAllThreadIds();
        ThreadInfo[] infos = threads.getThreadInfo(ids);
        long[] octets = threads.getThreadAllocatedBytes(ids);
        long sum = 0;
        for (int i = 0; i < ids.length; i++) {
            ThreadInfo info = infos[i];
            if (info != null && !info.getThreadName().startsWith(ANSWERING)) {
                sum += Math.max(0, octets[i]);
            }
        }
        return sum;
    }

    @Override
    public void close() throws IOException {
        process.close();
    }
}
