Console.WriteLine("allocation");
