package openkitchen.site;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import openkitchen.history.Signals;
import openkitchen.id.ProjectId;
import openkitchen.people.Viewer;
import openkitchen.project.Projects;
import org.springframework.stereotype.Component;

/** Who sits at their desk on this node: they are told that something happened in one of their projects, and look themselves. */
@Component
class DeskPokes {

    private final Projects projects;
    private final List<Sitter> sitters = new CopyOnWriteArrayList<>();

    DeskPokes(Projects projects, Signals signals) {
        this.projects = projects;
        signals.listen(this::reached);
    }

    /** One page of somebody's. Any number of pokes that come while it is not looking are one. */
    final class Sitter {

        private final Viewer viewer;
        private final Semaphore poked = new Semaphore(0);
        private volatile Set<ProjectId> theirs;

        private Sitter(Viewer viewer) {
            this.viewer = viewer;
            this.theirs = projects.idsSeenBy(viewer);
        }

        /** Whether something happened before the time is over. Otherwise which projects are theirs is found out anew. */
        boolean waitForPoke(int seconds) throws InterruptedException {
            if (poked.tryAcquire(seconds, TimeUnit.SECONDS)) {
                poked.drainPermits();
                return true;
            }
            Set<ProjectId> now = projects.idsSeenBy(viewer);
            boolean other = !now.equals(theirs);
            theirs = now;
            return other;
        }
    }

    Sitter sit(Viewer viewer) {
        Sitter sitter = new Sitter(viewer);
        sitters.add(sitter);
        return sitter;
    }

    void leave(Sitter sitter) {
        sitters.remove(sitter);
    }

    private void reached(ProjectId project, long version) {
        for (Sitter sitter : sitters) {
            if (sitter.theirs.contains(project)) {
                sitter.poked.release();
            }
        }
    }
}
