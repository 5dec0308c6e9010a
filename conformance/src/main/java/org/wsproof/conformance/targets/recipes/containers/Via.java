package org.wsproof.conformance.targets.recipes.containers;

/** How a recipe's proxy is run. */
public enum Via {
    /** As a program that is installed on this machine. */
    NATIVE,
    /** In a container of its project's official image. */
    CONTAINER
}
