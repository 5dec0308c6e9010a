package org.wsproof.cli.demo.part1;

import java.util.ArrayList;
import java.util.List;
import org.wsproof.cli.demo.scene.Part;
import org.wsproof.cli.demo.scene.Place;
import org.wsproof.cli.demo.scene.Scene;
import org.wsproof.cli.demo.scene.Step;

/**
 * The tutorial's first part.
 *
 * @param classPath where the programs are that it starts
 */
public record PartOne(String classPath) implements Part {
    @Override
    public List<Place> places() {
        return List.of(
                Place.ECHO,
                Place.TLS_ECHO,
                Place.HTTP,
                Place.HTTPS,
                Place.IDLE,
                Place.VALIDATING,
                Place.NOT_VALIDATING);
    }

    @Override
    public List<Step> steps(Scene scene) {
        Conversations conversations = new Conversations(scene);
        Refusals refusals = new Refusals(scene);
        List<Step> steps = new ArrayList<>(new Preparation(scene, classPath).steps());
        steps.addAll(conversations.throughBothHandlers());
        steps.add(refusals.certificate());
        steps.addAll(refusals.steps());
        steps.add(conversations.idle());
        steps.addAll(conversations.withTlsBackside());
        return steps;
    }

    @Override
    public List<String> toTry(Scene scene) {
        return new ToTry(scene).lines();
    }
}
