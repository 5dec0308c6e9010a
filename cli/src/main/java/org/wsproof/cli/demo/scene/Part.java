package org.wsproof.cli.demo.scene;

import java.util.List;

/** A part of the tutorial, as it can be played. Its configuration is a resource beside its class. */
public interface Part {
    /** Where something listens in it. */
    List<Place> places();

    /** What is done, in this order. */
    List<Step> steps(Scene scene);

    /** What a person can try after the last step: lines, of which some can be pasted into a shell. */
    List<String> toTry(Scene scene);
}
