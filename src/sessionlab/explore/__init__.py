"""Every design at once: sets of designs, designs that decide as late as they can, recipes run on all of them."""
