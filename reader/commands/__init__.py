"""What the commands of the command line do, one module each. Imported when the command is given, and not before."""
